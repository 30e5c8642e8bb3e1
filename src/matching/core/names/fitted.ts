import type { AgreementLevels } from './token-agreement';

/**
 * Numbers that the comparison of names learnt; meaning and units in `settings.ts`.
 *
 * Written by `bench/names-fit.ts` from 12998 labelled pairs of names; do not edit by hand.
 */
export const fitted = {
  version: '2026-11-22',
  source: '12998 labelled pairs of names',
  tokenLevels: {
    similarity: [0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    nats: [-4.275, -3.006, -1.461, -1.461, -0.423, 0.814, 1.385, 2.728, 3.577, 4.196],
    fullForms: 0.083,
    shortForm: 1.995,
    twoShortForms: 0.738,
    loose: -0.759,
    clippedBeginning: -0.201,
    clippedEnd: 1.846,
  },
  nameWeights: {
    constant: 1.084,
    mean: 0.365,
    least: 0.625,
    sum: 0.134,
    pairs: -0.296,
    alone: -0.611,
    initialAgrees: 1.039,
    initialDisagrees: -1.759,
  },
  agreement: {
    from: [0, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.98],
    same: {
      other: [0.0197, 0.0223, 0.0456, 0.0519, 0.0843, 0.133, 0.16, 0.482],
      'Arab-Latn': [0.0182, 0.0144, 0.0194, 0.0169, 0.042, 0.052, 0.0821, 0.755],
      'Beng-Latn': [0.0487, 0.0379, 0.103, 0.135, 0.171, 0.244, 0.164, 0.0957],
      'Cyrl-Latn': [0.0285, 0.0384, 0.0681, 0.0507, 0.0705, 0.0953, 0.0903, 0.558],
      'Deva-Latn': [0.0123, 0.0172, 0.0419, 0.0567, 0.0714, 0.106, 0.273, 0.421],
      'Ethi-Ethi': [0.00459, 0.00459, 0.0321, 0.0321, 0.0321, 0.0321, 0.0688, 0.794],
      'Ethi-Latn': [0.00279, 0.00651, 0.0195, 0.0362, 0.092, 0.159, 0.347, 0.337],
      'Latn-Latn': [0.0309, 0.0458, 0.0804, 0.0928, 0.135, 0.264, 0.1, 0.251],
    },
    random: {
      other: [0.998, 0.000884, 0.000583, 0.000117, 0.000117, 0.000117, 0.0000834, 0.0000834],
      'Arab-Latn': [0.998, 0.000851, 0.000717, 0.000184, 0.00025, 0.0000834, 0.0000501, 0.00015],
      'Beng-Latn': [0.999, 0.000318, 0.000284, 0.0000167, 0.0000167, 0.0000167, 0.0000167, 0.0000167],
      'Cyrl-Latn': [0.999, 0.000384, 0.000317, 0.0000501, 0.0000835, 0.000184, 0.0000167, 0.00015],
      'Deva-Latn': [0.999, 0.000754, 0.000285, 0.000385, 0.0000167, 0.0000167, 0.0000167, 0.0000167],
      'Ethi-Ethi': [0.993, 0.00214, 0.00113, 0.000792, 0.00123, 0.000556, 0.000691, 0.000388],
      'Ethi-Latn': [0.998, 0.000952, 0.000518, 0.000217, 0.000217, 0.0000835, 0.0000501, 0.0000835],
      'Latn-Latn': [0.988, 0.00307, 0.00267, 0.000855, 0.00139, 0.00116, 0.000721, 0.00173],
    },
  } as AgreementLevels,
  calibration: {
    other: [0.253, 0.46],
    'Arab-Latn': [0.08, 0.446],
    'Beng-Latn': [0.57, 0.498],
    'Cyrl-Latn': [0.196, 0.404],
    'Deva-Latn': [0.123, 0.542],
    'Ethi-Ethi': [0.227, 0.508],
    'Ethi-Latn': [0.065, 0.658],
    'Latn-Latn': [0.39, 0.433],
  } as Record<string, readonly [number, number]>,
  threshold: 0.01,
  learntCosts: `
a a 0.91;a b -3.57;a c -3.47;a d -3.08;a e -0.51;a f -3.06;a g -3.13;a h -3.27;a i -0.66;a j -3.04;a k -3.24;
a l -3.98;a m -3.35;a n -3.23;a o -1.16;a q -3.22;a r -3.36;a s -3.31;a t -3.41;a u -1.06;a w -1.47;a y -0.62;
a sh -3.07;a ts -3.08;a ou -3.9;a ae 0.28;a ue 0.41;a eu 0.37;a ai 1.58;a cyr-ye -0.19;a cyr-hard 1.4;a cyr-o -0.1;
a cyr-short-i -0.11;a beng-a 0.11;a deva-a 0.16;a deva-v -3.58;a ethi-a -0.24;a ethi-e -1.58;a ar-alef 0.74;
a ar-hamza 1.45;a ar-teh-marbuta 1.76;a ar-t -4.75;a ar-d -3.12;a ar-r -4.31;a ar-s -3.76;a ar-ain 1.82;
a ar-q -3.22;a ar-k -3.08;a ar-l -3.46;a ar-m -3.01;a ar-n -3.39;a ar-w -1.79;a ar-y -0.9;a ar-maqsura 3.44;
a ar-madda 3.03;a ar-e 0.46;a article 1.15;a gap-first -1.24;a gap-inside -1.73;a gap-last -2.34;
a abjad-gap-first 0.04;a abjad-gap-inside -0.29;a abjad-gap-last -1.7;b b 2.12;b c -2.53;b d -2.89;b e -3.11;
b f -2.82;b g -2.79;b ge -2.69;b h -2.94;b i -3.24;b j -3.44;b k -3.24;b l -2.73;b m -3.67;b n -3.13;b o -3.04;
b p 0.47;b q -3.45;b r -3.3;b s -2.59;b t -3.18;b u -3.41;b v -1.1;b w -0.81;b x -2.52;b y -3.4;b z -2.54;
b sh -2.55;b ch -2.84;b tch -2.52;b kh -3.14;b th -2.51;b dh -2.51;b gn -2.51;b ou -0.11;b ai -3.03;b cyr-kh -2.58;
b cyr-ye -2.52;b cyr-ts -4.75;b cyr-v -2.07;b beng-b 1.36;b deva-v 1.72;b deva-b 2.11;b ethi-e -3.75;
b ar-alef -3.15;b ar-b 1.84;b ar-t -2.55;b ar-j -2.53;b ar-kh -2.52;b ar-d -2.53;b ar-r -3.56;b ar-s -2.51;
b ar-zz -2.54;b ar-ain -2.77;b ar-f -2.58;b ar-k -2.66;b ar-l -2.93;b ar-m -3.01;b ar-n -3.16;b ar-w -1.27;
b ar-y -2.8;b gap-first -2.53;b gap-inside -4.32;b gap-last -3.93;b abjad-gap-first -2.49;b abjad-gap-inside -3.92;
b abjad-gap-last -2.6;c c 2.15;c ce 0.81;c d -2.52;c f -2.58;c g -0.92;c ge -2.04;c i -3.01;c j -0.07;c k 1.49;
c l -2.56;c m -2.51;c n -2.69;c q 0.44;c r -2.51;c s -2.53;c t -2.54;c v -2.51;c y -3.11;c z -2.51;c sh -2.51;
c ch 2;c tch -1.83;c kh -0.06;c gh -0.71;c cyr-g -0.21;c cyr-kh -1.07;c cyr-ts 0.12;c cyr-v -2.77;c ar-alef -3.11;
c ar-t -1.17;c ar-j -1.33;c ar-kh -0.67;c ar-r -3.97;c ar-s -2.51;c ar-sh -2.51;c ar-gh -1.13;c ar-f -2.52;
c ar-q 0.26;c ar-k 1.06;c ar-m -2.51;c ar-n -2.53;c ar-w -2.51;c ar-y -2.56;c gap-first -2.7;c gap-inside -3.22;
c gap-last -3.03;c abjad-gap-first -2.42;c abjad-gap-inside -2.89;c abjad-gap-last -2.32;ce ce 2.29;ce d -2.51;
ce f -2.84;ce ge -0.03;ce h -2.53;ce k 0.63;ce l -2.51;ce n -2.72;ce r -2.78;ce s 1.14;ce t -0.62;ce v -2.55;
ce z -0.41;ce sh -0.04;ce tch 1.9;ce dj 1.3;ce ts 1.82;ce ou -2.52;ce cyr-ts 2.19;ce cyr-short-i -2.75;
ce ar-b -2.52;ce ar-t -1.43;ce ar-th 1.82;ce ar-j 0.63;ce ar-s 0.45;ce ar-sh 0.43;ce ar-ss 1.77;ce ar-q 3.21;
ce ar-n -3.3;ce ar-h -2.52;ce ar-ch 2.47;ce ar-g -0.04;ce gap-first -2.82;ce gap-inside -3.21;
ce abjad-gap-inside -2.87;d d 2.1;d e -4.14;d f -2.81;d g -4.01;d ge -3.56;d h -2.62;d i -3.81;d j -2.55;d k -3.11;
d l -3.05;d m -3.13;d n -3.66;d o -3.05;d p -2.82;d q -2.68;d r -3.09;d s -3.29;d t -0.71;d u -3.59;d v -3.3;
d w -3.34;d y -3.71;d z 0.07;d sh -2.63;d ch -3.15;d tch -3.27;d kh -2.74;d gh -2.51;d th -0.3;d dh 0.76;
d ts -2.54;d ai -3.01;d cyr-g -2.51;d cyr-kh -2.51;d cyr-shch -2.52;d cyr-v -2.91;d cyr-o -3.14;d cyr-short-i -2.6;
d beng-s -2.53;d beng-y -2.73;d beng-b -3;d ethi-e -3.02;d ar-alef -3.39;d ar-b -2.81;d ar-teh-marbuta -0.45;
d ar-t -1.58;d ar-j -2.81;d ar-d 1.81;d ar-r -2.79;d ar-z -2.87;d ar-s -3.1;d ar-sh -2.75;d ar-dd 3.01;
d ar-tt -0.18;d ar-gh -2.54;d ar-f -2.53;d ar-q -2.6;d ar-k -2.9;d ar-l -4.77;d ar-m -3.35;d ar-n -4.12;
d ar-h -2.52;d ar-w -2.54;d ar-y -2.82;d ar-p -2.62;d ar-zh -2.51;d gap-first -2.98;d gap-inside -2.85;
d gap-last -2.26;d abjad-gap-first -2.93;d abjad-gap-inside -2.63;d abjad-gap-last -2.57;e e 1.18;e f -3.01;
e h -3.79;e i 0.05;e j -0.05;e k -4.13;e l -3.01;e m -3.88;e n -3.27;e o -0.44;e r -3.31;e s -3.07;e t -3.13;
e u -1.58;e w -3.15;e y -0.61;e ou -1.79;e ae 0.18;e oe -0.11;e ue 0.37;e eu 1.68;e ai 0.91;e cyr-ye 1.34;
e cyr-hard 0.73;e cyr-o -0.64;e cyr-short-i -0.1;e beng-a 0.25;e deva-a -0.4;e ethi-a 0.81;e ethi-e 0.29;
e ar-alef -0.91;e ar-b -3.28;e ar-teh-marbuta 1.21;e ar-t -3.52;e ar-j -3.62;e ar-r -3.15;e ar-s -3.53;
e ar-ain 1.68;e ar-f -3.07;e ar-k -3.13;e ar-l -3.06;e ar-n -3.91;e ar-y 0.82;e ar-e 1.69;e article 0.01;
e gap-first -1.26;e gap-inside -2.07;e gap-last -0.71;e abjad-gap-first 0.48;e abjad-gap-inside 0.27;
e abjad-gap-last 0.47;f f 2.1;f g -2.93;f h -2.73;f j -2.51;f k -3.93;f l -2.81;f m -3.12;f n -3.07;f o -3.34;
f p -2.51;f q -2.57;f r -3.81;f s -3.03;f t -3.04;f v -1.61;f w -0.41;f y -2.54;f z -2.51;f sh -2.53;f ch -3.3;
f tch -2.6;f kh -2.52;f dj -2.52;f ae -3.29;f cyr-ts -3.16;f cyr-v 0.01;f ar-b -3.82;f ar-d -3.27;f ar-r -2.51;
f ar-z -3.72;f ar-s -2.56;f ar-f 1.32;f ar-q -2.6;f ar-k -2.7;f ar-l -2.98;f ar-m -2.51;f ar-n -2.51;f ar-h -2.53;
f ar-w -0.84;f ar-y -2.52;f ar-p -4.49;f ar-madda -3.04;f gap-first -2.56;f gap-inside -3.1;f gap-last -2.68;
f abjad-gap-first -2.6;f abjad-gap-inside -2.26;f abjad-gap-last -2.09;g g 2.17;g ge 1.67;g h -2.22;g i -3.01;
g j -2.95;g k -1.27;g l -2.72;g m -3.26;g n -3.56;g o -3.57;g p -2.58;g q -0.84;g r -2.65;g s -2.65;g t -2.93;
g u -3.07;g v -2.51;g w -2.71;g x -0.01;g y -2.98;g z -2.52;g sh -2.67;g zh -2.14;g gh 1.63;g dh -2.54;g dj -2.31;
g gn 3.73;g ou -2.9;g cyr-g 1.75;g cyr-ts -2.87;g cyr-v -2.79;g beng-a -3.21;g beng-s -2.51;g deva-a -3.03;
g deva-b -2.99;g ethi-a -3.01;g ethi-e -3.03;g ar-alef -3.13;g ar-j 1.24;g ar-hh -1.97;g ar-d -2.53;g ar-s -2.51;
g ar-gh 1.72;g ar-f -2.51;g ar-q 1.54;g ar-k -0.74;g ar-l -2.69;g ar-m -2.58;g ar-n -3.13;g ar-h -2.64;
g ar-w -2.84;g ar-y -2.91;g ar-g 3.75;g gap-first -2.52;g gap-inside -3.83;g gap-last -3.08;
g abjad-gap-first -2.41;g abjad-gap-inside -2.58;g abjad-gap-last -2.35;ge ge 2.17;ge h 1.18;ge i -3.22;ge j 3.02;
ge k -0.92;ge l -2.84;ge m -2.52;ge n -2.53;ge o -3.02;ge p -2.52;ge q 0.17;ge r -3.27;ge s -2.53;ge t -2.51;
ge x -0.08;ge y -0.67;ge z -1.38;ge ch -0.01;ge zh 1.12;ge gh 2.45;ge dj 2.31;ge ny -2.6;ge gn 1.76;ge cyr-g 1.1;
ge cyr-kh 2.45;ge ar-b -2.53;ge ar-t -2.51;ge ar-j 1.36;ge ar-d -2.54;ge ar-r -2.52;ge ar-s -2.52;ge ar-sh -0.01;
ge ar-gh 0.75;ge ar-f -2.64;ge ar-k -1.71;ge ar-l -2.84;ge ar-n -2.52;ge ar-h 1.61;ge ar-w -2.71;ge ar-y -0.86;
ge ar-ch -0.18;ge ar-g 2.17;ge gap-first -1.28;ge gap-inside -1.83;ge abjad-gap-first -1.33;
ge abjad-gap-inside -1.93;h h 1.93;h i -3.07;h j 1.34;h k -2.66;h l -2.93;h m -3.55;h n -2.86;h p -2.65;h q -2.52;
h r -3.07;h s -3.14;h t -2.83;h u -3.01;h v -2.51;h w -4.09;h x 0.36;h y -3.45;h z -2.85;h sh -1.72;h ch -0.8;
h tch -2.63;h kh -0.3;h gh 1.96;h th -2.52;h dh -2.51;h ny -3.59;h gn -2.51;h cyr-g 2.51;h cyr-kh 2.02;
h cyr-ye -2.51;h cyr-short-i -2.47;h beng-s -2.69;h beng-y -2.51;h deva-v -4.1;h ar-alef -3.37;h ar-b -2.54;
h ar-teh-marbuta 2.2;h ar-t -2.86;h ar-th -2.51;h ar-j -2.55;h ar-hh 2.22;h ar-kh 0.68;h ar-d -2.7;h ar-r -2.51;
h ar-z -2.52;h ar-s -3.2;h ar-sh -2.12;h ar-tt -2.64;h ar-ain -0.81;h ar-gh -1.43;h ar-f -3.01;h ar-q -0.12;
h ar-k -2.61;h ar-l -2.69;h ar-m -4.09;h ar-n -2.83;h ar-h 1.89;h ar-w -3.03;h ar-y -2.59;h gap-first -1.72;
h gap-inside -1.69;h gap-last -0.98;h abjad-gap-first -2.25;h abjad-gap-inside -1.82;h abjad-gap-last -1.05;
i i 1.15;i j 0.04;i k -3.14;i l -3.37;i m -3.92;i n -3.08;i o -1.37;i r -3.11;i s -3.07;i t -3.32;i u -1;i w -4.11;
i y 1.89;i z -3.61;i sh -3.05;i th -3.1;i ou -3.88;i ae -1.05;i oe 0.34;i ue 0.79;i eu -0.02;i ai 0.3;
i cyr-ye -1.22;i cyr-y 2.6;i cyr-hard -0.17;i cyr-ts -3.11;i cyr-o -0.59;i cyr-short-i 2.23;i beng-a -1.11;
i deva-a -0.15;i ethi-a -1.34;i ethi-e 0.52;i ar-alef -0.82;i ar-b -3.27;i ar-teh-marbuta 0.73;i ar-t -3.11;
i ar-j -3.16;i ar-d -3.11;i ar-r -4.13;i ar-ain 0.5;i ar-gh -3.01;i ar-k -3.09;i ar-m -3.01;i ar-n -3.36;
i ar-w -3.74;i ar-y 1.37;i ar-maqsura 1.92;i ar-e 0.94;i article -0.08;i gap-first -1.15;i gap-inside -1.75;
i gap-last -1.55;i abjad-gap-first 0.48;i abjad-gap-inside -0.65;i abjad-gap-last -1.28;j j 2.42;j k -1.77;
j l -3.32;j m -4.35;j n -3.77;j p -3.35;j q -0.02;j r -4.39;j s -2.52;j t -3.23;j y 2.56;j z 3.09;j sh -0.15;
j ch 0.54;j zh 4.43;j kh 1.75;j dj 2.95;j ts -4.27;j ny -2.53;j cyr-g 1.72;j cyr-kh 0.88;j cyr-ye 1.61;
j cyr-short-i 2.73;j beng-y 1.4;j ethi-a -0.01;j ethi-e -0.01;j ar-alef -0.36;j ar-j 2.15;j ar-hh 0.7;j ar-kh 2.32;
j ar-d -2.89;j ar-r -2.51;j ar-s -2.58;j ar-sh -0.01;j ar-gh -0.03;j ar-k -0.18;j ar-l -2.51;j ar-m -2.84;
j ar-h 1.97;j ar-y 2.31;j ar-zh 3.06;j gap-first -1.36;j gap-inside -2.38;j gap-last -2.33;j abjad-gap-first -1.38;
j abjad-gap-inside -2.12;k k 1.76;k l -3.9;k m -2.97;k n -3.25;k o -3.03;k p -4.15;k q 2.23;k r -2.71;k s -2.94;
k t -3.48;k u -3.19;k v -4.25;k w -2.71;k x 2.98;k y -4.34;k z -2.82;k sh -2.68;k ch 0.6;k tch -1.11;k kh -0.5;
k gh -0.02;k th -2.51;k dh -2.77;k dj -2.97;k ou -2.51;k cyr-g -0.82;k cyr-kh -0.17;k cyr-ye -2.58;k cyr-ts -2.51;
k cyr-v -3.02;k beng-s -2.84;k beng-b -2.59;k deva-v -2.59;k deva-b -2.51;k ethi-e -3.11;k ar-alef -3.02;
k ar-b -2.51;k ar-t -2.74;k ar-j -0.65;k ar-hh -2.52;k ar-kh 0.26;k ar-d -3.56;k ar-r -2.51;k ar-s -4.59;
k ar-sh -2.59;k ar-gh -1.15;k ar-f -2.51;k ar-q 1.62;k ar-k 1.96;k ar-l -2.51;k ar-m -3.24;k ar-n -3.35;
k ar-w -3.53;k ar-y -2.51;k gap-first -2.6;k gap-inside -4.19;k gap-last -3.45;k abjad-gap-first -2.99;
k abjad-gap-inside -2.99;k abjad-gap-last -3.05;l l 2.33;l m -2.64;l n -2.98;l o -3.96;l p -2.53;l q -2.52;
l r -3.42;l s -3.41;l t -2.98;l u -3.21;l v -2.64;l w -3.65;l x -2.56;l y -2.88;l z -2.56;l sh -4.12;l ch -2.55;
l tch -4.23;l gh -2.83;l th -3.73;l dj -2.59;l ou -2.51;l ae -3.01;l ai -3.01;l cyr-g -2.51;l cyr-ye -2.54;
l cyr-v -3.08;l cyr-o -3.04;l cyr-short-i -2.54;l beng-a -3.03;l beng-s -4.82;l beng-b -2.51;l deva-a -3.31;
l ethi-a -3.02;l ar-alef -3.35;l ar-b -3.03;l ar-t -2.89;l ar-j -2.68;l ar-d -3.62;l ar-r -4.91;l ar-s -3.3;
l ar-sh -2.76;l ar-tt -2.51;l ar-gh -4.42;l ar-f -2.85;l ar-q -2.51;l ar-k -3.36;l ar-l 1.75;l ar-m -2.52;
l ar-n -2.87;l ar-h -2.96;l ar-w -3.06;l ar-y -3.79;l article 1.07;l gap-first -2.64;l gap-inside -3.67;
l gap-last -3.2;l abjad-gap-first -1.73;l abjad-gap-inside -3.63;l abjad-gap-last -4.62;m m 1.76;m n -1.88;
m o -3.21;m p -2.86;m q -3.23;m r -3;m s -3.03;m t -2.99;m u -3.11;m v -4.37;m w -3.46;m y -2.95;m z -2.59;
m sh -3.73;m ch -2.67;m tch -3.61;m kh -2.57;m gh -2.51;m th -2.52;m dh -2.62;m dj -4.04;m ts -2.54;m ny -0.69;
m gn -0.04;m ou -2.57;m cyr-g -3.69;m cyr-kh -4.84;m cyr-ye -2.63;m cyr-v -2.56;m beng-s -3.16;m deva-v -2.51;
m deva-b -2.52;m ethi-a -3.44;m ethi-e -3.13;m ar-alef -3.17;m ar-b -2.73;m ar-t -4.62;m ar-th -2.51;m ar-hh -2.51;
m ar-d -2.91;m ar-r -2.63;m ar-z -2.52;m ar-s -3.3;m ar-sh -2.52;m ar-ss -2.52;m ar-tt -2.97;m ar-gh -2.53;
m ar-f -2.94;m ar-k -3.8;m ar-l -2.86;m ar-m 1.61;m ar-n -0.58;m ar-h -2.54;m ar-w -3.26;m ar-y -2.84;m ar-p -2.51;
m gap-first -2.65;m gap-inside -3.82;m gap-last -3.44;m abjad-gap-first -3.55;m abjad-gap-inside -3.63;
m abjad-gap-last -3.11;n n 1.94;n o -4.01;n p -2.61;n q -3.73;n r -2.95;n s -2.98;n t -2.83;n u -3.23;n v -2.61;
n w -3.38;n x -2.51;n y -2.74;n z -3;n sh -2.7;n ch -2.74;n tch -2.61;n kh -2.56;n gh -2.85;n th -2.56;n dh -2.56;
n dj -2.61;n ts -2.54;n ny 0.17;n gn -1.07;n ou -2.52;n cyr-g -5.05;n cyr-kh -2.51;n cyr-ye -2.53;n cyr-v -2.51;
n cyr-short-i -3.01;n beng-a -3.11;n beng-s -3.25;n deva-a -3.58;n deva-v -3.3;n deva-b -3.86;n ethi-e -3.13;
n ar-alef -3.27;n ar-b -3.56;n ar-t -3.98;n ar-j -2.85;n ar-kh -3.1;n ar-d -3.78;n ar-r -2.95;n ar-z -2.58;
n ar-s -2.78;n ar-ain -2.77;n ar-gh -2.8;n ar-f -3.3;n ar-q -2.51;n ar-k -4.72;n ar-l -5.15;n ar-m -0.86;
n ar-n 1.4;n ar-h -3.82;n ar-w -3.28;n ar-y -3.79;n ar-p -2.51;n gap-first -2.67;n gap-inside -3.63;
n gap-last -3.29;n abjad-gap-first -2.76;n abjad-gap-inside -4.55;n abjad-gap-last -3.04;o o 1.48;o r -3.12;
o s -4.05;o t -3.46;o u 0.41;o w 0.94;o y -3.14;o sh -3.01;o ch -3.06;o tch -4.39;o ou 0.29;o ae -1.11;o oe 2.26;
o ue 1.14;o eu -0.76;o ai -1.28;o cyr-g -3.01;o cyr-ye -3.2;o cyr-y -2.92;o cyr-hard 0.42;o cyr-v -0.28;
o cyr-o 0.79;o beng-a 1.03;o deva-a 0.21;o ethi-a -0.3;o ethi-e -0.22;o ar-alef -1.12;o ar-b -3.13;
o ar-teh-marbuta -0.66;o ar-t -3.01;o ar-d -3.07;o ar-r -3.93;o ar-s -3.54;o ar-sh -3.01;o ar-ss -3.02;
o ar-ain 0.08;o ar-gh -3.02;o ar-f -3.01;o ar-q -3.01;o ar-k -3.06;o ar-m -3.02;o ar-n -3.21;o ar-h -3.07;
o ar-w 1.16;o ar-y -3.91;o ar-zh -3.02;o ar-madda 0.37;o gap-first -1.17;o gap-inside -1.74;o gap-last -1.79;
o abjad-gap-first -1.24;o abjad-gap-inside -0.92;o abjad-gap-last -2.18;p p 1.78;p r -2.7;p s -2.81;p t -2.67;
p u -3.02;p v -2.59;p w -2.57;p y -3.36;p z -2.52;p sh -3;p ch -2.53;p kh -3.46;p gh -3.96;p th -2.61;p ts -2.51;
p beng-b -0.26;p deva-v -0.13;p deva-b -0.02;p ar-alef -3.21;p ar-b 1.04;p ar-teh-marbuta -2.52;p ar-t -4.35;
p ar-j -2.51;p ar-d -2.59;p ar-r -2.6;p ar-s -2.51;p ar-k -2.53;p ar-l -2.51;p ar-m -2.57;p ar-n -2.57;
p ar-h -2.51;p ar-w -2.68;p ar-p 2.98;p gap-first -2.57;p gap-inside -3.29;p gap-last -1.14;
p abjad-gap-first -1.03;p abjad-gap-inside -3.22;q q 1.39;q r -2.52;q s -2.52;q t -4.35;q u -3.81;q w -2.87;
q x 2.5;q y -3.15;q sh -2.53;q ar-j -0.37;q ar-d -2.51;q ar-r -2.54;q ar-gh -1.27;q ar-q 3.01;q ar-k 1.1;
q ar-m -2.56;q gap-first -2.41;q gap-inside -3.46;q gap-last -1.85;q abjad-gap-first -2.46;
q abjad-gap-inside -2.41;r r 1.77;r s -2.86;r t -3.03;r u -3.59;r v -2.54;r w -3.65;r y -2.84;r z -3.13;r sh -3.32;
r ch -2.84;r tch -4.05;r kh -2.78;r gh -2.78;r th -2.88;r dh -2.82;r dj -2.72;r ny -2.86;r gn -2.51;r ou -2.52;
r ae -3.04;r cyr-ye -2.56;r cyr-v -2.7;r cyr-o -3.02;r cyr-short-i -4.59;r beng-s -2.52;r beng-b -2.71;
r deva-v -2.51;r ethi-a -3.01;r ar-alef -3.76;r ar-hamza -2.74;r ar-b -2.68;r ar-teh-marbuta -2.83;r ar-t -4.69;
r ar-j -2.56;r ar-hh -2.54;r ar-kh -2.51;r ar-d -2.65;r ar-r 1.58;r ar-z -2.55;r ar-s -2.92;r ar-sh -2.51;
r ar-ss -2.51;r ar-dd -2.51;r ar-tt -2.53;r ar-gh -2.95;r ar-f -2.82;r ar-q -2.55;r ar-k -2.59;r ar-l -4.73;
r ar-m -3.96;r ar-n -2.86;r ar-h -2.08;r ar-w -2.68;r ar-y -3.97;r ar-g -2.51;r article -2.65;r gap-first -2.77;
r gap-inside -3.25;r gap-last -2.52;r abjad-gap-first -2.47;r abjad-gap-inside -4.74;r abjad-gap-last -2.97;
s s 1.94;s t -3.24;s u -3.13;s v -2.52;s w -3.2;s x 0.65;s y -3.03;s z 0.19;s sh 0.05;s ch 0.03;s tch -0.06;
s kh -2.59;s gh -2.52;s th -0.01;s dh -0.24;s dj -3.91;s ts 1.61;s cyr-ye -3.99;s cyr-ts 1.08;s cyr-v -3.12;
s cyr-o -3.23;s cyr-short-i -0.48;s beng-a -3.02;s beng-s 1.24;s beng-b -2.53;s deva-b -2.63;s ethi-a -3.01;
s ethi-e -3.02;s ar-alef -4.68;s ar-b -2.57;s ar-t -3.56;s ar-th 2.62;s ar-j -2.75;s ar-hh -2.73;s ar-kh -2.58;
s ar-d -2.52;s ar-r -2.78;s ar-z 0.74;s ar-s 1.74;s ar-sh -0.51;s ar-ss 2.43;s ar-gh -4.62;s ar-f -3.18;
s ar-k -2.56;s ar-l -2.68;s ar-m -2.77;s ar-n -3.06;s ar-h -2.85;s ar-w -4.15;s ar-y -4.76;s ar-ch -0.05;
s gap-first -2.57;s gap-inside -3.31;s gap-last -3.11;s abjad-gap-first -3.51;s abjad-gap-inside -4.4;
s abjad-gap-last -4.66;t t 1.68;t u -3.08;t v -3.08;t w -5.25;t y -3.76;t z -2.85;t sh -2.77;t ch -0.8;t tch -0.94;
t zh -2.52;t kh -3.43;t gh -2.51;t th 0.57;t dh -0.03;t dj -2.52;t ts -3.49;t ny -2.89;t gn -2.51;t ae -3.03;
t cyr-g -2.54;t cyr-kh -2.52;t cyr-ye -2.55;t cyr-ts -0.22;t cyr-v -2.54;t cyr-o -3.01;t beng-s -2.6;
t deva-a -3.03;t deva-v -2.52;t deva-b -2.51;t ethi-a -3.01;t ethi-e -3.11;t ar-alef -4.26;t ar-b -3.25;
t ar-teh-marbuta 1.93;t ar-t 1.27;t ar-th 0.72;t ar-j -3.07;t ar-hh -2.57;t ar-d -1.06;t ar-r -2.75;t ar-z -4.18;
t ar-s -3.04;t ar-sh -2.53;t ar-dd -0.08;t ar-tt 2.73;t ar-gh -2.61;t ar-f -3.43;t ar-k -3.38;t ar-l -3;
t ar-m -2.59;t ar-n -3.53;t ar-h -1.33;t ar-w -2.55;t ar-y -3.16;t ar-ch -0.02;t ar-g -2.52;t gap-first -2.49;
t gap-inside -3.71;t gap-last -2.5;t abjad-gap-first -2.42;t abjad-gap-inside -3.67;t abjad-gap-last -2.12;
u u 1.01;u w 0.41;u y -3.03;u tch -3.91;u ny -3.5;u ou 2.22;u ae -1.78;u oe 0.14;u ue 1.81;u eu 1.96;u ai -1.65;
u cyr-ye -2.61;u cyr-v -0.31;u cyr-o 1.44;u beng-a -1.85;u deva-a -0.46;u deva-v -0.32;u ethi-a -2.67;
u ethi-e -1.63;u ar-alef -0.84;u ar-b -3.01;u ar-teh-marbuta -3.2;u ar-t -2.56;u ar-d -3.02;u ar-r -3.3;
u ar-gh -3.01;u ar-m -3.01;u ar-n -3.16;u ar-w 1.42;u ar-y -3.69;u article -3.23;u gap-first -1.96;
u gap-inside -2.02;u gap-last -2.34;u abjad-gap-first -0.27;u abjad-gap-inside -0.83;u abjad-gap-last -1.05;
v v 2.45;v sh -2.65;v gh -2.64;v dh -3.01;v dj -2.6;v ou 0.39;v cyr-g -3.2;v cyr-kh -2.53;v cyr-v 1.83;
v deva-v 1.95;v deva-b 2.92;v ar-b -2.73;v ar-t -3.67;v ar-th 0.08;v ar-r -3.24;v ar-gh -2.53;v ar-f 1.35;
v ar-k -2.51;v ar-h -2.7;v ar-w 0.9;v ar-y -2.78;v ar-v 2.76;v gap-first -2.46;v gap-inside -4.45;v gap-last -2.33;
v abjad-gap-first -2.41;v abjad-gap-inside -3.89;w w 2.2;w y -1.84;w sh -3.57;w gh -2.51;w dh -2.64;w ts -2.54;
w ny -2.66;w gn -2.58;w ou 2.39;w cyr-v 1.98;w cyr-o -1.17;w cyr-short-i -3.93;w beng-a -0.11;w beng-b -0.75;
w deva-v 2.19;w deva-b 2.58;w ethi-a -3.04;w ethi-e -3.17;w ar-b -0.86;w ar-t -2.52;w ar-j -2.61;w ar-d -3.55;
w ar-r -2.79;w ar-s -2.62;w ar-f 0.33;w ar-k -2.57;w ar-m -2.51;w ar-n -2.61;w ar-h -2.53;w ar-w 1.58;w ar-y -2.64;
w gap-first -1.72;w gap-inside -2.66;w gap-last -2.5;w abjad-gap-first -0.82;w abjad-gap-inside -3.13;
w abjad-gap-last -1.53;x x 3.57;x sh -1.77;x th -0.14;x cyr-kh 1.92;x beng-s 1.96;x ar-kh 1.85;x ar-s 2.22;
x ar-k 4.14;x ar-w -2.53;x gap-inside -2.52;x gap-last -2.79;x abjad-gap-inside -3.72;y y 1.91;y z -3.37;
y sh -2.54;y ch -3.3;y tch -4.05;y kh -2.51;y th -2.54;y dh -2.51;y ny -2.52;y ou -3.12;y ae -0.09;y ai 1;
y cyr-ye -0.19;y cyr-y 1.83;y cyr-o -0.31;y cyr-short-i 3.35;y beng-y 1;y deva-a -0.02;y ethi-a -0.07;
y ethi-e 1.05;y ar-alef -1.15;y ar-t -2.53;y ar-ain -0.03;y ar-k -2.57;y ar-l -2.56;y ar-m -2.51;y ar-n -2.56;
y ar-w -2.81;y ar-y 1.69;y ar-maqsura 1.95;y gap-first -2.53;y gap-inside -0.91;y gap-last -1.39;
y abjad-gap-first -0.18;y abjad-gap-inside -1.06;y abjad-gap-last -2.13;z z 2.69;z sh -2.55;z ch -2.94;z zh 1.6;
z dh 3.2;z ts -1.73;z cyr-ts 0.93;z cyr-v -2.52;z beng-s -0.8;z ar-hamza -2.59;z ar-th -0.8;z ar-r -2.57;z ar-z 3;
z ar-s -0.04;z ar-tt -3.82;z ar-zz 2.14;z ar-f -3.77;z ar-m -2.99;z ar-n -2.85;z ar-w -2.53;z ar-y -2.45;
z gap-first -2.46;z gap-inside -2.79;z gap-last -2.07;z abjad-gap-inside -3.8;z abjad-gap-last -3.05;sh sh 2.14;
sh ch 0.94;sh tch -0.44;sh th -2.51;sh dj -0.13;sh ts -0.01;sh ny -2.59;sh cyr-kh -4.86;sh cyr-shch 2.75;
sh cyr-v -3.14;sh beng-s 0.79;sh deva-v -3.03;sh ar-alef -3.52;sh ar-b -2.57;sh ar-t -0.56;sh ar-j -0.13;
sh ar-r -2.51;sh ar-s -0.29;sh ar-sh 1.87;sh ar-ss -0.02;sh ar-zz -2.55;sh ar-ain -3.05;sh ar-gh -2.51;
sh ar-f -2.54;sh ar-k -2.51;sh ar-l -2.6;sh ar-n -2.53;sh ar-h -2.57;sh ar-w -2.64;sh gap-first -2.82;
sh gap-inside -3.29;sh gap-last -3.24;sh abjad-gap-first -2.41;sh abjad-gap-inside -4.24;sh abjad-gap-last -1.81;
ch ch 2.55;ch tch 2.22;ch kh 0.64;ch gh -0.02;ch th -0.1;ch dh -4.27;ch cyr-g -0.01;ch cyr-kh 1.82;ch cyr-ye -2.55;
ch deva-v -2.52;ch ar-t -0.01;ch ar-kh 2.01;ch ar-r -2.51;ch ar-s -0.02;ch ar-sh 2.89;ch ar-k 1.62;ch ar-n -2.53;
ch ar-h -0.07;ch ar-ch 2.69;ch gap-first -2.41;ch gap-inside -3.64;ch gap-last -2;ch abjad-gap-inside -3.78;
tch tch 2.38;tch ts -0.03;tch cyr-ts -0.32;tch ethi-e -3.06;tch ar-t 2.11;tch ar-z -2.13;tch ar-s -0.01;
tch ar-sh -0.06;tch ar-w -2.54;tch ar-ch 2.57;tch gap-first -3;tch gap-inside -3.75;tch gap-last -4.53;
tch abjad-gap-inside -2.41;tch abjad-gap-last -3.82;zh zh 2.87;zh dj 0.19;zh ou -2.68;zh ar-j -0.35;zh ar-r -2.51;
zh gap-inside -4.11;kh kh 2.95;kh cyr-kh 2.58;kh ar-kh 2.89;kh ar-f -2.51;kh gap-first -2.72;kh gap-inside -3.17;
kh gap-last -2.28;kh abjad-gap-first -2.77;gh gh 3.14;gh cyr-g 2.21;gh deva-v -2.51;gh ar-t -2.53;gh ar-j 0.79;
gh ar-kh -0.01;gh ar-gh 3.29;gh ar-k -0.5;gh gap-first -3.26;gh gap-inside -1.84;gh gap-last 0.44;
gh abjad-gap-last -1.83;th th 3.34;th cyr-g -2.69;th cyr-ts -0.01;th cyr-v -2.51;th beng-s -0.02;th ar-b -2.53;
th ar-t 1.53;th ar-th 3.35;th ar-d -0.42;th ar-s -0.02;th ar-gh -2.51;th ar-k -2.51;th ar-y -2.93;
th gap-first -2.44;th gap-inside -4.16;th gap-last -1.85;th abjad-gap-first -2.41;th abjad-gap-inside -3.45;
th abjad-gap-last -1.92;dh dh 2.18;dh deva-v -2.51;dh ar-b -2.52;dh ar-d 3;dh ar-s -0.34;dh ar-zz 1.84;
dh gap-first -2.48;dh gap-inside -3.04;dh gap-last -3.6;dj dj 2.28;dj ar-b -2.52;dj ar-j 3.61;dj gap-inside -2.97;
ts ts 2.75;ts cyr-ts 2.71;ts ar-t -0.86;ts ar-z 2.28;ts ar-s 3.13;ts ar-ss 0.52;ts ar-w -2.51;ts gap-first -2.48;
ts gap-inside -3.1;ts gap-last -1.1;ts abjad-gap-inside -2.43;ny ny 1.32;ny gn 2.76;ny ar-n 3.38;
ny gap-inside -3.7;ny gap-last -3.29;gn gn 1.92;gn cyr-g 3.13;gn ar-j 1.75;gn ar-gh 1.79;gn ar-k -0.01;
gn ar-n 1.25;gn ar-h -2.51;gn gap-inside -2.42;gn gap-last -2.04;gn abjad-gap-inside -1.75;ou ou 1.43;ou ai -3.01;
ou cyr-ye -2.55;ou cyr-hard 1.79;ou cyr-v 3.45;ou cyr-o -0.6;ou beng-a -0.31;ou deva-v 1.5;ou ar-alef -3.41;
ou ar-b -0.41;ou ar-r -2.53;ou ar-gh -2.62;ou ar-f -0.01;ou ar-q -2.52;ou ar-l -2.89;ou ar-m -2.51;ou ar-w 1.94;
ou ar-y -3.07;ou gap-inside -2.14;ou gap-last -1.92;ou abjad-gap-first -1.51;ou abjad-gap-inside -1.93;
ou abjad-gap-last -1.52;ae ae -0.19;ae ai -0.13;ae cyr-ye 2.35;ae ethi-a 0.04;ae ethi-e -0.49;ae ar-alef 1.54;
ae ar-e 1.84;ae gap-first -1.21;ae gap-inside -2.08;ae abjad-gap-first 0.5;ae abjad-gap-inside 0.5;oe oe 1.66;
oe ue 0.45;oe cyr-ye 1.82;oe cyr-o -0.44;oe ar-alef 0.76;oe ar-w 1.53;oe ar-e 1;oe gap-first -1.22;
oe abjad-gap-inside -0.49;ue ue 1.85;ue cyr-ye -0.01;ue ar-alef 0.32;ue ar-w 2.69;ue ar-y 1.3;ue gap-first -1.22;
ue gap-inside -0.99;ue gap-last -0.82;ue abjad-gap-inside -0.41;eu eu 1.7;eu cyr-ye 1.84;eu cyr-o 0.39;
eu ar-alef 0.53;eu ar-w 3.34;eu ar-y 0.95;eu gap-first -1.23;eu gap-inside -1.44;eu abjad-gap-inside -0.34;
ai ai 1.89;ai cyr-ye 1.66;ai cyr-hard 0.66;ai cyr-o -0.34;ai cyr-short-i -0.05;ai beng-a 0.79;ai deva-a 0.79;
ai ethi-a 1.1;ai ethi-e 0.22;ai ar-alef -1.64;ai ar-hamza 1.68;ai ar-teh-marbuta 1.3;ai ar-j -3.08;ai ar-d -3.09;
ai ar-r -3.06;ai ar-s -3.64;ai ar-ain 1.38;ai ar-f -3.12;ai ar-k -3.47;ai ar-l -3.04;ai ar-n -3.1;ai ar-w -1.44;
ai ar-y 2.49;ai article 1.76;ai gap-first -1.21;ai gap-inside -2.15;ai gap-last -1.97;ai abjad-gap-first -0.74;
ai abjad-gap-inside -2.37;ai abjad-gap-last -1.08;cyr-g cyr-g 2.13;cyr-g gap-first -1.23;cyr-g gap-inside -1.67;
cyr-g gap-last -1.53;cyr-kh gap-first -1.54;cyr-kh gap-inside -1.86;cyr-ye cyr-ye -1.18;cyr-ye cyr-o -1.19;
cyr-ye cyr-short-i 0.43;cyr-ye gap-inside -2.22;cyr-ye gap-last -2.23;cyr-hard gap-inside -1.21;
cyr-hard gap-last -0.37;cyr-ts cyr-ts 2.28;cyr-ts gap-first -2.41;cyr-ts gap-inside -2.49;cyr-ts gap-last -3.08;
cyr-v cyr-v 1.15;cyr-v gap-first -1.54;cyr-v gap-inside -2.7;cyr-v gap-last -2.54;cyr-o cyr-o -1.6;
cyr-o gap-first -1.08;cyr-o gap-inside -2.22;cyr-o gap-last -2.17;cyr-short-i cyr-short-i 0.38;
cyr-short-i gap-inside -1.13;cyr-short-i gap-last 0.26;beng-a beng-a -1.08;beng-a gap-inside -1.63;
beng-a gap-last -1.73;beng-s beng-s 1.12;beng-s gap-inside -2.66;beng-s gap-last -3.07;beng-y gap-inside -1.02;
beng-b beng-b 1.07;beng-b gap-first -2.41;beng-b gap-inside -2.72;deva-a deva-a -0.23;deva-a gap-inside -1.84;
deva-a gap-last -0.15;deva-v gap-first -1.52;deva-v gap-inside -4.18;deva-v gap-last -1.75;deva-b gap-first -2.45;
deva-b gap-inside -2.78;deva-b gap-last -1.82;ethi-a ethi-a 0.12;ethi-a ethi-e -1.13;ethi-a gap-inside -1.61;
ethi-a gap-last -1.75;ethi-e ethi-e -0.04;ethi-e gap-first -0.74;ethi-e gap-inside -0.36;ethi-e gap-last -0.07;
ar-alef ar-alef -0.43;ar-alef ar-hamza 1.78;ar-alef ar-teh-marbuta 1.45;ar-alef ar-t -3.01;ar-alef ar-ain 0.69;
ar-alef ar-gh -3.01;ar-alef ar-q -3.08;ar-alef ar-l -3.02;ar-alef ar-m -3.01;ar-alef ar-n -3.11;ar-alef ar-h -3.11;
ar-alef ar-w -0.95;ar-alef ar-y 0.04;ar-alef gap-first 0.42;ar-alef gap-inside -1.48;ar-alef gap-last -2.21;
ar-hamza ar-w -0.03;ar-hamza gap-first -0.39;ar-hamza gap-inside 0.49;ar-hamza gap-last 0.5;ar-b ar-b 1.21;
ar-b ar-r -2.56;ar-b ar-n -2.54;ar-b ar-w -0.11;ar-b ar-y -2.51;ar-b gap-first -2.43;ar-b gap-inside -4.02;
ar-b gap-last -2.13;ar-teh-marbuta ar-hh 1.75;ar-teh-marbuta ar-d -0.37;ar-teh-marbuta ar-ain 1.78;
ar-teh-marbuta ar-h 1.45;ar-teh-marbuta ar-w -0.27;ar-teh-marbuta ar-y 1.01;ar-teh-marbuta gap-last -2.46;
ar-t ar-t 0.59;ar-t ar-th 1.61;ar-t ar-d -0.34;ar-t ar-tt 1.58;ar-t ar-h -2.52;ar-t ar-y -2.52;ar-t gap-first -1.5;
ar-t gap-inside -2.83;ar-t gap-last -4.03;ar-th gap-inside -2.41;ar-j ar-j 0.59;ar-j ar-kh -2.53;ar-j ar-gh 0.51;
ar-j ar-k -0.77;ar-j gap-first -2.41;ar-j gap-inside -3.82;ar-j gap-last -2;ar-hh ar-hh 1.01;ar-hh ar-s -2.51;
ar-hh ar-h 1.7;ar-hh ar-w -2.52;ar-hh ar-y -2.51;ar-hh gap-first -2.37;ar-hh gap-inside -1.26;ar-hh gap-last 0.42;
ar-kh ar-q -0.01;ar-kh ar-k -0.14;ar-kh gap-first -2.41;ar-kh gap-last -1.85;ar-d ar-d 0.97;ar-d ar-w -2.51;
ar-d ar-y -2.54;ar-d gap-first -1.9;ar-d gap-inside -3.36;ar-d gap-last -3.37;ar-r ar-r 1.06;ar-r ar-y -2.61;
ar-r gap-first -2.52;ar-r gap-inside -3.97;ar-r gap-last -4;ar-z ar-z 2.14;ar-z ar-s -0.49;ar-z ar-ss -0.06;
ar-z gap-inside -3.2;ar-z gap-last -4.68;ar-s ar-s 1.06;ar-s ar-ss 0.98;ar-s ar-w -2.51;ar-s gap-first -3.06;
ar-s gap-inside -3.28;ar-s gap-last -4.55;ar-sh ar-sh 1.5;ar-sh gap-first -2.42;ar-sh gap-inside -3.14;
ar-sh gap-last -1.06;ar-ss ar-ss 2.08;ar-ss gap-first -2.42;ar-tt gap-inside -2.42;ar-tt gap-last -1.81;
ar-ain ar-ain 2.21;ar-ain ar-h -0.21;ar-ain ar-w -0.5;ar-ain ar-y 1.45;ar-ain gap-first 0.46;
ar-ain gap-inside 0.37;ar-ain gap-last -1.1;ar-gh ar-gh 0.99;ar-gh ar-f -2.51;ar-gh ar-q 1.38;ar-gh ar-k -0.58;
ar-gh ar-n -2.54;ar-gh ar-h -0.15;ar-gh ar-w -2.63;ar-gh gap-first -2.43;ar-gh gap-inside -2.59;
ar-gh gap-last -2.66;ar-f ar-f 0.43;ar-f ar-w 0.94;ar-f ar-y -2.62;ar-f gap-first -1.17;ar-f gap-inside -4.41;
ar-f gap-last -4;ar-q ar-k 1.36;ar-q ar-h -0.03;ar-q gap-first -2.41;ar-q gap-inside -2.94;ar-q gap-last -2.09;
ar-k ar-k 0.95;ar-k gap-first -2.6;ar-k gap-inside -3.43;ar-k gap-last -3.54;ar-l ar-l 0.8;ar-l ar-h -2.54;
ar-l ar-w -2.53;ar-l gap-first -2.42;ar-l gap-inside -1.86;ar-l gap-last -3.51;ar-m ar-m 0.73;ar-m gap-first -2.93;
ar-m gap-inside -2.7;ar-m gap-last -3.35;ar-n ar-n 1.08;ar-n ar-h -2.72;ar-n ar-w -2.71;ar-n ar-y -2.58;
ar-n gap-first -2.47;ar-n gap-inside -4.44;ar-n gap-last -3.61;ar-h ar-h 2.18;ar-h ar-w -2.56;ar-h ar-y -2.52;
ar-h gap-first -1.7;ar-h gap-inside -1.77;ar-h gap-last -1;ar-w ar-w 0.76;ar-w ar-y -2.9;ar-w gap-first -2;
ar-w gap-inside -2.41;ar-w gap-last -2.71;ar-y ar-y 0.38;ar-y gap-first -0.66;ar-y gap-inside -1.94;
ar-y gap-last -2.59;ar-maqsura gap-inside -1.17;ar-maqsura gap-last -1.23;ar-p gap-first -2.56;ar-p gap-last -1.94;
ar-g gap-first -2.54;ar-g gap-inside -2.44;ar-g gap-last -1.88;ar-madda gap-first 0.02;ar-e gap-inside -1.21;
ar-e gap-last -0.71;article article 0.57;article gap-inside -2.41;article abjad-gap-inside -1.51;
`,
};
