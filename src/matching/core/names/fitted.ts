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
    nats: [-4.299, -2.762, -1.512, -1.468, -0.491, 0.828, 1.34, 2.833, 3.343, 4.282],
    fullForms: 0,
    shortForm: 1.995,
    twoShortForms: 0.738,
    loose: -0.738,
    clippedBeginning: -0.201,
    clippedEnd: 1.846,
  },
  nameWeights: {
    constant: 1.092,
    mean: 0.356,
    least: 0.632,
    sum: 0.13,
    pairs: -0.281,
    alone: -0.611,
    initialAgrees: 1.052,
    initialDisagrees: -1.855,
  },
  agreement: {
    from: [0, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.98],
    same: {
      other: [0.0205, 0.0223, 0.0415, 0.0567, 0.084, 0.12, 0.149, 0.506],
      'Arab-Latn': [0.0194, 0.0119, 0.0194, 0.0207, 0.042, 0.0545, 0.0808, 0.751],
      'Beng-Latn': [0.0523, 0.0451, 0.0848, 0.164, 0.153, 0.244, 0.161, 0.0957],
      'Cyrl-Latn': [0.0334, 0.0334, 0.0656, 0.0532, 0.0656, 0.1, 0.0953, 0.553],
      'Deva-Latn': [0.00246, 0.0222, 0.0419, 0.0616, 0.0764, 0.0813, 0.254, 0.461],
      'Ethi-Ethi': [0.00459, 0.0138, 0.0321, 0.0229, 0.0321, 0.0321, 0.0321, 0.83],
      'Ethi-Latn': [0.00279, 0.00651, 0.0158, 0.0344, 0.0901, 0.0939, 0.315, 0.441],
      'Latn-Latn': [0.0309, 0.0458, 0.073, 0.0978, 0.15, 0.261, 0.0879, 0.254],
    },
    random: {
      other: [0.998, 0.00095, 0.000483, 0.000117, 0.000117, 0.000117, 0.00005, 0.000117],
      'Arab-Latn': [0.998, 0.000918, 0.000584, 0.000217, 0.000217, 0.0000834, 0.0000834, 0.000117],
      'Beng-Latn': [0.999, 0.000318, 0.000284, 0.0000167, 0.0000167, 0.0000167, 0.0000167, 0.0000167],
      'Cyrl-Latn': [0.999, 0.000317, 0.000317, 0.0000501, 0.000117, 0.00015, 0.0000167, 0.00015],
      'Deva-Latn': [0.999, 0.000754, 0.000285, 0.000385, 0.0000167, 0.0000167, 0.0000167, 0.0000167],
      'Ethi-Ethi': [0.993, 0.0016, 0.0016, 0.00113, 0.000994, 0.000893, 0.0000168, 0.000286],
      'Ethi-Latn': [0.998, 0.000818, 0.000584, 0.000184, 0.000184, 0.0000835, 0.0000167, 0.000117],
      'Latn-Latn': [0.988, 0.00347, 0.00283, 0.000587, 0.00132, 0.00149, 0.00052, 0.00173],
    },
  } as AgreementLevels,
  calibration: {
    other: [0.252, 0.461],
    'Arab-Latn': [0.078, 0.445],
    'Beng-Latn': [0.583, 0.503],
    'Cyrl-Latn': [0.196, 0.405],
    'Deva-Latn': [0.112, 0.549],
    'Ethi-Ethi': [0.262, 0.525],
    'Ethi-Latn': [0.036, 0.644],
    'Latn-Latn': [0.395, 0.434],
  } as Record<string, readonly [number, number]>,
  threshold: 0,
  learntCosts: `
a a 0.89;a b -3.61;a c -3.45;a d -3.09;a e -0.6;a f -3.06;a g -3.11;a h -3.28;a i -0.69;a j -3.03;a k -3.17;
a l -3.99;a m -3.36;a n -3.24;a o -1.15;a q -3.24;a r -3.54;a s -3.53;a t -3.03;a u -1.15;a w -1.59;a y -0.55;
a sh -3.09;a tch -3.06;a ts -3.08;a ou -3.96;a ae 0.24;a ue 0.39;a eu 0.37;a ai 1.59;a cyr-ye -0.25;a cyr-hard 1.4;
a cyr-o -0.07;a cyr-short-i -0.09;a beng-a 0.03;a deva-a 0.33;a deva-v -3.49;a ethi-a -0.28;a ethi-e -1.5;
a ar-alef 0.76;a ar-hamza 1.46;a ar-teh-marbuta 1.73;a ar-t -4.73;a ar-d -3.12;a ar-r -4.3;a ar-s -3.85;
a ar-ain 1.89;a ar-q -3.21;a ar-k -3.09;a ar-l -3.54;a ar-m -3.01;a ar-n -3.39;a ar-w -1.79;a ar-y -0.92;
a ar-maqsura 3.46;a ar-madda 3.05;a ar-e 0.46;a article 1.16;a gap-first -1.26;a gap-inside -1.73;a gap-last -2.32;
a abjad-gap-first 0.01;a abjad-gap-inside -0.29;a abjad-gap-last -1.71;b b 2.09;b c -2.53;b d -2.88;b e -3.11;
b f -2.81;b g -2.82;b ge -2.71;b h -2.95;b i -3.25;b j -3.41;b k -3.12;b l -2.72;b m -3.68;b n -3.16;b o -3.05;
b p 0.47;b q -3.52;b r -3.24;b s -2.58;b t -3.15;b u -3.55;b v -1.14;b w -0.8;b x -2.53;b y -3.37;b z -2.54;
b sh -2.55;b ch -2.85;b tch -2.52;b kh -3.16;b th -2.51;b dh -2.51;b gn -2.51;b ou -0.11;b ai -3.03;b cyr-kh -2.58;
b cyr-ye -2.52;b cyr-ts -4.75;b cyr-v -2.06;b beng-b 1.34;b deva-v 1.67;b deva-b 2.08;b ar-alef -3.15;b ar-b 1.76;
b ar-t -2.55;b ar-j -2.53;b ar-kh -2.52;b ar-d -2.53;b ar-r -3.54;b ar-s -2.51;b ar-zz -2.54;b ar-ain -2.92;
b ar-f -2.58;b ar-k -2.65;b ar-l -2.91;b ar-m -3.01;b ar-n -3.16;b ar-w -1.25;b ar-y -2.82;b gap-first -2.55;
b gap-inside -4.35;b gap-last -4.09;b abjad-gap-first -2.49;b abjad-gap-inside -3.83;b abjad-gap-last -2.62;
c c 2.23;c ce 0.81;c d -2.52;c f -2.58;c g -0.92;c ge -2.04;c i -3.01;c j -0.07;c k 1.49;c l -2.56;c m -2.51;
c n -2.69;c q 0.43;c r -2.51;c s -2.53;c t -2.54;c v -2.51;c y -3.13;c z -2.51;c sh -2.51;c ch 1.9;c tch -1.84;
c kh -0.06;c gh -0.72;c cyr-g -0.23;c cyr-kh -1.04;c cyr-ts 0.11;c cyr-v -2.76;c ar-alef -3.12;c ar-t -1.15;
c ar-j -1.32;c ar-kh -0.67;c ar-r -4.03;c ar-s -2.51;c ar-sh -2.51;c ar-gh -1.13;c ar-f -2.52;c ar-q 0.25;
c ar-k 1.15;c ar-m -2.51;c ar-n -2.53;c ar-w -2.51;c ar-y -2.56;c gap-first -2.69;c gap-inside -3.18;
c gap-last -3.03;c abjad-gap-first -2.41;c abjad-gap-inside -2.89;c abjad-gap-last -2.27;ce ce 2.33;ce d -2.51;
ce f -2.86;ce ge -0.03;ce h -2.53;ce k 0.6;ce l -2.51;ce n -2.72;ce r -2.78;ce s 1.21;ce t -0.6;ce v -2.55;
ce z -0.41;ce sh -0.04;ce tch 1.9;ce dj 1.31;ce ts 1.84;ce ou -2.52;ce cyr-ts 2.23;ce cyr-short-i -2.76;
ce ar-alef -3.02;ce ar-b -2.52;ce ar-t -1.37;ce ar-th 1.82;ce ar-j 0.64;ce ar-s 0.46;ce ar-sh 0.42;ce ar-ss 1.77;
ce ar-q 3.18;ce ar-n -3.3;ce ar-h -2.52;ce ar-ch 2.49;ce ar-g -0.04;ce gap-first -2.86;ce gap-inside -3.16;
ce abjad-gap-inside -2.9;d d 2.13;d e -4.17;d f -2.83;d g -4.05;d ge -3.49;d h -2.61;d i -3.82;d j -2.55;d k -3.17;
d l -3;d m -3.15;d n -3.7;d o -3.03;d p -2.84;d q -2.68;d r -3.13;d s -3.3;d t -0.59;d u -3.61;d v -3.28;d w -3.12;
d y -3.67;d z 0.05;d sh -2.62;d ch -3.13;d tch -3.34;d kh -2.77;d gh -2.51;d th -0.3;d dh 1.18;d ts -2.54;
d ai -3.01;d cyr-g -2.51;d cyr-kh -2.51;d cyr-shch -2.52;d cyr-v -2.92;d cyr-o -3.15;d cyr-short-i -2.6;
d beng-s -2.53;d beng-y -2.73;d beng-b -2.97;d ethi-e -3.02;d ar-alef -3.43;d ar-b -2.82;d ar-teh-marbuta -0.49;
d ar-t -1.59;d ar-j -2.81;d ar-d 1.83;d ar-r -2.78;d ar-z -2.88;d ar-s -3.08;d ar-sh -2.72;d ar-dd 3.01;
d ar-tt -0.16;d ar-gh -2.54;d ar-f -2.54;d ar-q -2.61;d ar-k -2.91;d ar-l -4.8;d ar-m -3.35;d ar-n -4.12;
d ar-h -2.52;d ar-w -2.55;d ar-y -2.84;d ar-p -2.62;d ar-zh -2.51;d gap-first -2.96;d gap-inside -2.89;
d gap-last -2.36;d abjad-gap-first -2.91;d abjad-gap-inside -2.66;d abjad-gap-last -2.58;e e 1.21;e f -3.01;
e h -3.79;e i 0.06;e j -0.05;e k -4.22;e l -3.01;e m -3.84;e n -3.27;e o -0.44;e r -3.56;e s -3.1;e t -3.16;
e u -1.32;e w -3.14;e y -0.57;e ou -1.82;e ae 0.26;e oe -0.14;e ue 0.37;e eu 1.55;e ai 0.86;e cyr-ye 1.36;
e cyr-hard 0.69;e cyr-o -0.6;e cyr-short-i -0.12;e beng-a 0.27;e deva-a -0.46;e ethi-a 0.86;e ethi-e 0.45;
e ar-alef -0.95;e ar-b -3.32;e ar-teh-marbuta 1.26;e ar-t -3.62;e ar-j -3.61;e ar-r -3.16;e ar-s -3.54;
e ar-ain 1.71;e ar-f -3.07;e ar-k -3.11;e ar-l -3.01;e ar-n -3.88;e ar-y 0.79;e ar-e 1.68;e article 0.01;
e gap-first -1.27;e gap-inside -2.16;e gap-last -0.7;e abjad-gap-first 0.49;e abjad-gap-inside 0.21;
e abjad-gap-last 0.48;f f 2.01;f g -3.01;f ge -2.51;f h -2.75;f j -2.52;f k -4.02;f l -2.85;f m -3.18;f n -3.09;
f o -3.33;f p -2.51;f q -2.61;f r -3.7;f s -3.02;f t -3.07;f v -1.66;f w -0.48;f y -2.74;f z -2.51;f sh -2.53;
f ch -3.27;f tch -2.64;f kh -2.52;f dj -2.52;f ts -2.51;f ae -3.06;f cyr-ts -3.19;f cyr-v 0.02;f ar-b -3.86;
f ar-t -2.51;f ar-d -3.25;f ar-r -2.51;f ar-z -3.75;f ar-s -2.56;f ar-f 1.35;f ar-q -2.59;f ar-k -2.7;f ar-l -2.96;
f ar-m -2.51;f ar-n -2.51;f ar-h -2.54;f ar-w -0.82;f ar-y -2.53;f ar-p -4.48;f ar-madda -3.06;f gap-first -2.55;
f gap-inside -3.07;f gap-last -2.64;f abjad-gap-first -2.61;f abjad-gap-inside -2.22;f abjad-gap-last -2.1;
g g 2.19;g ge 1.7;g h -2.16;g j -2.97;g k -1.33;g l -2.61;g m -3.34;g n -3.71;g o -3.3;g p -2.58;g q -0.86;
g r -2.65;g s -2.64;g t -2.97;g u -3.11;g v -2.51;g w -2.73;g x -0.01;g y -2.89;g z -2.52;g sh -2.52;g zh -2.11;
g gh 1.66;g dh -2.54;g dj -2.3;g gn 3.59;g ou -2.9;g cyr-g 1.74;g cyr-ts -2.84;g cyr-v -2.84;g beng-a -3.24;
g beng-s -2.51;g beng-b -2.51;g deva-a -3.03;g deva-b -2.99;g ethi-a -3.01;g ethi-e -3.03;g ar-alef -3.12;
g ar-j 1.24;g ar-hh -1.98;g ar-d -2.53;g ar-s -2.51;g ar-gh 1.75;g ar-f -2.51;g ar-q 1.59;g ar-k -0.73;
g ar-l -2.71;g ar-m -2.58;g ar-n -3.15;g ar-h -2.62;g ar-w -2.85;g ar-y -2.92;g ar-g 3.73;g gap-first -2.52;
g gap-inside -3.69;g gap-last -3.11;g abjad-gap-first -2.41;g abjad-gap-inside -2.58;g abjad-gap-last -2.36;
ge ge 2.25;ge h 1.08;ge i -3.23;ge j 3.02;ge k -0.93;ge l -2.83;ge m -2.52;ge n -2.53;ge o -3.02;ge p -2.52;
ge q 0.2;ge r -3.31;ge s -2.53;ge t -2.51;ge w -2.51;ge x -0.06;ge y -0.7;ge z -1.27;ge ch -0.01;ge zh 1.11;
ge gh 2.48;ge dj 2.33;ge ny -2.6;ge gn 1.77;ge cyr-g 1.12;ge cyr-kh 2.45;ge ar-b -2.53;ge ar-t -2.51;ge ar-j 1.35;
ge ar-d -2.54;ge ar-r -2.52;ge ar-s -2.52;ge ar-sh -0.01;ge ar-gh 0.71;ge ar-f -2.65;ge ar-k -1.69;ge ar-l -2.87;
ge ar-n -2.52;ge ar-h 1.6;ge ar-w -2.72;ge ar-y -0.86;ge ar-ch -0.18;ge ar-g 2.13;ge gap-first -1.27;
ge gap-inside -1.83;ge abjad-gap-first -1.34;ge abjad-gap-inside -1.91;h h 1.9;h i -3.04;h j 1.33;h k -2.67;
h l -2.98;h m -3.48;h n -2.89;h p -2.67;h q -2.51;h r -3.03;h s -3.17;h t -2.86;h u -3.01;h v -2.51;h w -3.9;
h x 0.35;h y -3.47;h z -2.86;h sh -1.66;h ch -0.84;h tch -2.63;h kh -0.33;h gh 1.98;h th -2.52;h dh -2.51;
h ny -3.39;h cyr-g 2.52;h cyr-kh 1.98;h cyr-ye -2.51;h cyr-short-i -2.49;h beng-s -2.72;h beng-y -2.51;
h deva-v -4.1;h ar-alef -3.37;h ar-b -2.54;h ar-teh-marbuta 2.22;h ar-t -2.86;h ar-th -2.51;h ar-j -2.55;
h ar-hh 2.22;h ar-kh 0.68;h ar-d -2.71;h ar-r -2.51;h ar-z -2.52;h ar-s -3.19;h ar-sh -2.03;h ar-tt -2.64;
h ar-ain -0.8;h ar-gh -1.41;h ar-f -3.02;h ar-q -0.12;h ar-k -2.62;h ar-l -2.69;h ar-m -4.11;h ar-n -2.82;
h ar-h 1.84;h ar-w -2.98;h ar-y -2.58;h gap-first -1.71;h gap-inside -1.63;h gap-last -1.06;
h abjad-gap-first -2.25;h abjad-gap-inside -1.91;h abjad-gap-last -1.01;i i 1.14;i j 0.07;i k -3.18;i l -3.38;
i m -3.98;i n -3.07;i o -1.29;i r -3.11;i s -3.07;i t -3.4;i u -1.02;i w -4.12;i y 1.85;i z -3.6;i sh -3.06;
i th -3.23;i ou -3.86;i ae -0.95;i oe 0.34;i ue 0.79;i eu -0.01;i ai 0.33;i cyr-ye -1.25;i cyr-y 2.56;
i cyr-hard -0.22;i cyr-ts -3.12;i cyr-o -0.56;i cyr-short-i 2.18;i beng-a -1.07;i deva-a -0.14;i ethi-a -1.15;
i ethi-e 0.69;i ar-alef -0.85;i ar-b -3.27;i ar-teh-marbuta 0.74;i ar-t -3.11;i ar-j -3.15;i ar-d -3.13;
i ar-r -4.06;i ar-s -3.04;i ar-ain 1.32;i ar-gh -3.01;i ar-k -3.1;i ar-m -3.01;i ar-n -3.38;i ar-w -3.76;
i ar-y 1.41;i ar-maqsura 1.91;i ar-e 0.94;i article -0.08;i gap-first -1.19;i gap-inside -1.7;i gap-last -1.52;
i abjad-gap-first 0.39;i abjad-gap-inside -0.7;i abjad-gap-last -1.3;j j 2.41;j k -1.73;j l -3.37;j m -4.3;
j n -3.78;j p -3.35;j q -0.02;j r -4.37;j s -2.53;j t -3.22;j y 2.6;j z 3.07;j sh -0.16;j ch 0.55;j zh 4.43;
j kh 1.75;j dj 2.86;j ts -4.28;j ny -2.53;j cyr-g 1.71;j cyr-kh 0.89;j cyr-ye 1.61;j cyr-short-i 2.72;
j beng-y 1.35;j ethi-e -0.01;j ar-alef -0.38;j ar-j 2.09;j ar-hh 0.71;j ar-kh 2.32;j ar-d -2.91;j ar-r -2.51;
j ar-s -2.54;j ar-sh -0.01;j ar-gh -0.03;j ar-k -0.19;j ar-l -2.51;j ar-m -2.85;j ar-h 2;j ar-y 2.31;j ar-p -2.51;
j ar-zh 3.03;j gap-first -1.35;j gap-inside -2.32;j gap-last -2.44;j abjad-gap-first -1.39;
j abjad-gap-inside -2.15;k k 1.78;k l -3.9;k m -2.93;k n -3.24;k o -3.03;k p -4.19;k q 2.26;k r -2.71;k s -2.92;
k t -3.49;k u -3.14;k v -4.31;k w -2.68;k x 2.98;k y -4.42;k z -2.84;k sh -2.68;k ch 0.6;k tch -1.11;k kh -0.52;
k gh -0.02;k th -2.51;k dh -2.73;k dj -2.97;k ou -2.51;k cyr-g -0.85;k cyr-kh -0.17;k cyr-ye -2.6;k cyr-ts -2.51;
k cyr-v -3.02;k beng-s -2.8;k beng-b -2.58;k deva-v -2.6;k deva-b -2.51;k ethi-a -3.01;k ar-alef -3.02;
k ar-b -2.51;k ar-t -2.76;k ar-j -0.64;k ar-hh -2.51;k ar-kh 0.23;k ar-d -3.6;k ar-r -2.51;k ar-s -4.59;
k ar-sh -2.57;k ar-gh -1.16;k ar-f -2.51;k ar-q 1.61;k ar-k 2;k ar-l -2.51;k ar-m -3.23;k ar-n -3.33;k ar-w -3.55;
k ar-y -2.51;k gap-first -2.61;k gap-inside -4.14;k gap-last -3.37;k abjad-gap-first -2.95;k abjad-gap-inside -3;
k abjad-gap-last -3.08;l l 2.28;l m -2.63;l n -3.04;l o -4.06;l p -2.53;l q -2.52;l r -3.49;l s -3.39;l t -3.06;
l u -3.2;l v -2.64;l w -3.51;l x -2.57;l y -2.92;l z -2.57;l sh -4.16;l ch -2.55;l tch -4.29;l gh -2.84;l th -3.71;
l dj -2.58;l ou -2.51;l ae -3.01;l ai -3.01;l cyr-g -2.51;l cyr-ye -2.54;l cyr-v -3.08;l cyr-o -3.05;
l cyr-short-i -2.54;l beng-s -4.8;l deva-a -3.33;l ethi-a -3.03;l ar-alef -3.42;l ar-b -3.04;l ar-t -2.89;
l ar-j -2.68;l ar-d -3.62;l ar-r -4.86;l ar-z -2.51;l ar-s -3.28;l ar-sh -2.76;l ar-tt -2.51;l ar-gh -4.39;
l ar-f -2.85;l ar-q -2.51;l ar-k -3.37;l ar-l 1.73;l ar-m -2.52;l ar-n -2.86;l ar-h -2.96;l ar-w -3.07;l ar-y -3.9;
l article 1.09;l gap-first -2.64;l gap-inside -3.7;l gap-last -3.17;l abjad-gap-first -1.74;
l abjad-gap-inside -3.65;l abjad-gap-last -4.52;m m 1.79;m n -1.91;m o -3.06;m p -2.83;m q -3.28;m r -3.02;
m s -3.01;m t -3.04;m u -3.12;m v -4.37;m w -3.54;m y -3.01;m z -2.6;m sh -3.68;m ch -2.68;m tch -3.62;m kh -2.56;
m gh -2.51;m th -2.52;m dh -2.63;m dj -4.03;m ts -2.56;m ny -0.48;m gn -0.12;m cyr-g -3.66;m cyr-kh -4.84;
m cyr-ye -2.62;m cyr-v -2.57;m beng-s -3.1;m deva-v -2.51;m deva-b -2.52;m ethi-a -3.6;m ethi-e -3.02;
m ar-alef -3.17;m ar-b -2.72;m ar-t -4.71;m ar-hh -2.51;m ar-d -2.97;m ar-r -2.64;m ar-z -2.52;m ar-s -3.26;
m ar-sh -2.52;m ar-ss -2.52;m ar-tt -2.99;m ar-gh -2.53;m ar-f -2.94;m ar-k -3.8;m ar-l -2.86;m ar-m 1.61;
m ar-n -0.56;m ar-h -2.54;m ar-w -3.25;m ar-y -2.84;m ar-p -2.51;m gap-first -2.63;m gap-inside -3.83;
m gap-last -3.6;m abjad-gap-first -3.57;m abjad-gap-inside -3.63;m abjad-gap-last -3.13;n n 2.02;n o -3.96;
n p -2.58;n q -3.75;n r -2.96;n s -2.99;n t -2.82;n u -3.25;n v -2.6;n w -3.24;n x -2.51;n y -2.83;n z -3;
n sh -2.83;n ch -2.76;n tch -2.65;n kh -2.56;n gh -2.86;n th -2.57;n dh -2.56;n dj -2.69;n ts -2.53;n ny 0.27;
n gn -0.78;n ou -2.52;n cyr-g -4.87;n cyr-kh -2.51;n cyr-ye -2.53;n cyr-v -2.51;n cyr-short-i -3.05;n beng-a -3.1;
n beng-s -3.21;n deva-a -3.49;n deva-v -3.38;n deva-b -3.82;n ar-alef -3.26;n ar-b -3.57;n ar-t -3.99;n ar-j -2.88;
n ar-kh -3.11;n ar-d -3.78;n ar-r -2.94;n ar-z -2.58;n ar-s -2.78;n ar-ain -2.66;n ar-gh -2.8;n ar-f -3.32;
n ar-q -2.51;n ar-k -4.73;n ar-l -5.15;n ar-m -0.84;n ar-n 1.35;n ar-h -3.85;n ar-w -3.29;n ar-y -3.8;n ar-p -2.51;
n gap-first -2.66;n gap-inside -3.48;n gap-last -3.31;n abjad-gap-first -2.79;n abjad-gap-inside -4.52;
n abjad-gap-last -3.05;o o 1.49;o r -3.11;o s -3.99;o t -3.47;o u 0.31;o w 0.93;o y -3.22;o sh -3.01;o ch -3.07;
o tch -4.11;o ou 0.28;o ae -1.2;o oe 2.2;o ue 1.12;o eu -0.76;o ai -1.27;o cyr-ye -3.41;o cyr-hard 0.41;
o cyr-v -0.24;o cyr-o 0.81;o beng-a 0.98;o deva-a 0.2;o ethi-a -0.31;o ethi-e -0.05;o ar-alef -1.1;o ar-b -3.12;
o ar-teh-marbuta -0.65;o ar-t -3.01;o ar-d -3.06;o ar-r -4.01;o ar-s -3.62;o ar-sh -3.01;o ar-ss -3.01;
o ar-ain -0.35;o ar-gh -3.01;o ar-f -3.01;o ar-q -3.01;o ar-k -3.04;o ar-n -3.26;o ar-h -3.07;o ar-w 1.16;
o ar-y -3.91;o ar-zh -3.02;o ar-madda 0.37;o ar-e -0.21;o gap-first -1.24;o gap-inside -1.79;o gap-last -1.74;
o abjad-gap-first -0.53;o abjad-gap-inside -0.96;o abjad-gap-last -2.13;p p 1.8;p r -2.72;p s -2.84;p t -2.69;
p v -2.59;p w -2.57;p y -3.39;p z -2.52;p sh -3.05;p ch -2.53;p kh -3.4;p gh -4.02;p th -2.63;p ts -2.51;
p beng-b -0.27;p deva-v -0.13;p deva-b -0.02;p ar-alef -3.2;p ar-b 1.06;p ar-teh-marbuta -2.52;p ar-t -4.38;
p ar-j -2.51;p ar-d -2.59;p ar-r -2.6;p ar-s -2.51;p ar-k -2.53;p ar-l -2.51;p ar-m -2.55;p ar-n -2.57;
p ar-h -2.51;p ar-w -2.68;p ar-p 2.96;p gap-first -2.57;p gap-inside -3.27;p gap-last -1.1;p abjad-gap-first -0.98;
p abjad-gap-inside -3.19;q q 1.43;q r -2.52;q s -2.52;q t -4.39;q u -3.6;q w -2.84;q x 2.41;q y -3.15;q sh -2.52;
q ae -3.02;q ar-j -0.36;q ar-d -2.51;q ar-r -2.55;q ar-gh -1.28;q ar-q 3.03;q ar-k 1.13;q ar-m -2.56;
q gap-first -2.41;q gap-inside -3.69;q gap-last -2.35;q abjad-gap-first -2.46;q abjad-gap-inside -2.41;r r 1.85;
r s -2.9;r t -3.09;r u -3.61;r v -2.53;r w -3.62;r y -2.84;r z -3.13;r sh -3.29;r ch -2.82;r tch -4.07;r kh -2.79;
r gh -2.79;r th -2.89;r dh -2.8;r dj -2.8;r ny -2.89;r gn -2.51;r ou -2.51;r cyr-kh -2.51;r cyr-ye -2.56;
r cyr-v -2.7;r cyr-o -3.02;r cyr-short-i -4.58;r beng-s -2.51;r beng-b -2.71;r deva-v -2.51;r deva-b -2.51;
r ethi-a -3.01;r ar-alef -3.71;r ar-hamza -2.75;r ar-b -2.68;r ar-teh-marbuta -2.84;r ar-t -4.65;r ar-j -2.57;
r ar-hh -2.54;r ar-kh -2.51;r ar-d -2.65;r ar-r 1.63;r ar-z -2.56;r ar-s -2.92;r ar-sh -2.51;r ar-ss -2.51;
r ar-dd -2.51;r ar-tt -2.53;r ar-gh -2.97;r ar-f -2.83;r ar-q -2.55;r ar-k -2.6;r ar-l -4.73;r ar-m -3.93;
r ar-n -2.95;r ar-h -2.1;r ar-w -2.67;r ar-y -3.98;r ar-g -2.51;r article -2.65;r gap-first -2.78;
r gap-inside -3.35;r gap-last -2.58;r abjad-gap-first -2.47;r abjad-gap-inside -4.77;r abjad-gap-last -2.94;
s s 1.95;s t -3.28;s u -3.22;s v -2.52;s w -3.22;s x 0.65;s y -3.07;s z 0.32;s sh 0.07;s ch 0.05;s tch -0.09;
s kh -2.58;s gh -2.52;s th -0.01;s dh -0.18;s dj -3.92;s ts 1.74;s cyr-ye -4.03;s cyr-ts 1.09;s cyr-v -3.13;
s cyr-o -3.21;s cyr-short-i -0.5;s beng-a -3.02;s beng-s 1.2;s beng-b -2.53;s deva-b -2.62;s ethi-e -3.01;
s ar-alef -4.59;s ar-b -2.57;s ar-t -3.59;s ar-th 2.64;s ar-j -2.74;s ar-hh -2.72;s ar-kh -2.58;s ar-d -2.52;
s ar-r -2.79;s ar-z 0.77;s ar-s 1.7;s ar-sh -0.51;s ar-ss 2.37;s ar-gh -4.66;s ar-f -3.18;s ar-k -2.56;
s ar-l -2.68;s ar-m -2.78;s ar-n -3.02;s ar-h -2.88;s ar-w -4.14;s ar-y -4.7;s ar-ch -0.04;s gap-first -2.56;
s gap-inside -3.3;s gap-last -3.02;s abjad-gap-first -3.51;s abjad-gap-inside -4.41;s abjad-gap-last -4.66;t t 1.7;
t u -3.01;t v -3.06;t w -4.57;t y -3.79;t z -2.85;t sh -2.77;t ch -0.83;t tch -1.01;t zh -2.52;t kh -3.43;
t gh -2.51;t th 0.55;t dh -0.03;t dj -2.52;t ts -3.48;t ny -2.92;t cyr-g -2.54;t cyr-kh -2.51;t cyr-ye -2.55;
t cyr-ts -0.23;t cyr-v -2.54;t cyr-o -3.01;t beng-s -2.62;t deva-a -3.03;t deva-v -2.52;t deva-b -2.51;
t ethi-a -3.01;t ar-alef -4.28;t ar-b -3.23;t ar-teh-marbuta 1.83;t ar-t 1.21;t ar-th 0.71;t ar-j -3.06;
t ar-hh -2.56;t ar-d -1.07;t ar-r -2.78;t ar-z -4.16;t ar-s -3.04;t ar-dd -0.08;t ar-tt 2.7;t ar-gh -2.61;
t ar-f -3.41;t ar-k -3.44;t ar-l -3;t ar-m -2.59;t ar-n -3.52;t ar-h -1.32;t ar-w -2.55;t ar-y -3.16;t ar-ch -0.02;
t ar-g -2.52;t gap-first -2.53;t gap-inside -3.83;t gap-last -2.74;t abjad-gap-first -2.42;
t abjad-gap-inside -3.82;t abjad-gap-last -2.08;u u 1.02;u w 0.38;u y -3.02;u tch -3.98;u ny -4.24;u ou 2.23;
u ae -1.76;u oe 0.12;u ue 1.81;u eu 1.96;u ai -1.66;u cyr-ye -2.65;u cyr-v -0.28;u cyr-o 1.42;u beng-a -1.83;
u deva-a -0.46;u deva-v -0.3;u ethi-a -2.64;u ethi-e -1.4;u ar-alef -0.86;u ar-b -3.01;u ar-teh-marbuta -3.19;
u ar-t -2.57;u ar-d -3.02;u ar-r -3.27;u ar-gh -3.01;u ar-m -3.01;u ar-n -3.16;u ar-w 1.46;u ar-y -3.61;
u article -3.24;u gap-first -1.89;u gap-inside -2.01;u gap-last -2.56;u abjad-gap-first -0.27;
u abjad-gap-inside -0.81;u abjad-gap-last -1.09;v v 2.35;v w 1.84;v sh -2.67;v gh -2.64;v dh -3.02;v dj -2.61;
v ou 0.37;v cyr-g -3.18;v cyr-kh -2.52;v cyr-v 1.74;v deva-v 1.98;v deva-b 2.91;v ar-b -2.77;v ar-t -3.67;
v ar-th 0.09;v ar-r -3.17;v ar-gh -2.52;v ar-f 1.31;v ar-k -2.51;v ar-h -2.69;v ar-w 0.86;v ar-y -2.83;v ar-v 2.75;
v gap-first -2.47;v gap-inside -4.46;v gap-last -2.36;v abjad-gap-first -2.41;v abjad-gap-inside -3.79;w y -2.06;
w sh -3.71;w dh -2.63;w ts -2.55;w ny -2.66;w gn -2.57;w ou 2.33;w cyr-v 2.01;w cyr-o -1.21;w cyr-short-i -3.95;
w beng-a -0.14;w beng-b -0.75;w deva-v 2.21;w deva-b 2.56;w ethi-e -3.07;w ar-b -0.85;w ar-t -2.52;w ar-j -2.61;
w ar-d -3.6;w ar-r -2.79;w ar-s -2.61;w ar-f 0.31;w ar-k -2.58;w ar-m -2.51;w ar-n -2.61;w ar-h -2.52;w ar-w 1.57;
w ar-y -2.66;w gap-first -1.7;w gap-inside -2.59;w gap-last -2.71;w abjad-gap-first -0.82;w abjad-gap-inside -3.14;
w abjad-gap-last -1.53;x x 3.6;x sh -1.74;x th -0.13;x cyr-kh 1.91;x beng-s 1.97;x ar-kh 1.85;x ar-s 3.8;
x ar-k 2.97;x ar-w -2.53;x gap-inside -2.52;x gap-last -2.83;x abjad-gap-inside -3.74;y y 1.88;y z -3.37;
y sh -2.54;y ch -2.51;y tch -3.91;y kh -2.51;y th -2.53;y dh -2.51;y ny -2.52;y ou -3.16;y ae -0.03;y ue 1.92;
y ai 1.08;y cyr-ye -0.19;y cyr-y 1.83;y cyr-o -0.31;y cyr-short-i 3.35;y beng-y 0.99;y deva-a -0.02;y ethi-a -0.06;
y ethi-e 1.08;y ar-alef -1.16;y ar-t -2.52;y ar-ain -0.03;y ar-k -2.57;y ar-l -2.56;y ar-m -2.51;y ar-n -2.57;
y ar-w -2.82;y ar-y 1.64;y ar-maqsura 1.96;y gap-first -2.4;y gap-inside -0.87;y gap-last -1.47;
y abjad-gap-first -0.17;y abjad-gap-inside -1.01;y abjad-gap-last -2.12;z z 2.76;z sh -2.55;z ch -3.01;z zh 1.89;
z dh 3.2;z ts -1.64;z cyr-ts 0.94;z cyr-v -2.52;z beng-s -0.78;z ar-hamza -2.6;z ar-th -0.74;z ar-r -2.57;
z ar-z 2.97;z ar-s -0.01;z ar-tt -3.82;z ar-zz 2.08;z ar-f -3.76;z ar-m -2.98;z ar-n -2.86;z ar-w -2.53;
z ar-y -2.56;z gap-first -2.46;z gap-inside -2.74;z gap-last -2.1;z abjad-gap-inside -3.69;z abjad-gap-last -3.07;
sh sh 2.18;sh ch 0.95;sh tch -0.46;sh th -2.51;sh dj -0.15;sh ts -0.03;sh ny -2.6;sh cyr-kh -4.85;sh cyr-shch 2.66;
sh cyr-v -3.16;sh beng-s 0.71;sh deva-v -3.03;sh ar-alef -3.51;sh ar-b -2.57;sh ar-t -0.58;sh ar-j -0.12;
sh ar-r -2.51;sh ar-s -0.27;sh ar-sh 1.9;sh ar-ss -0.02;sh ar-zz -2.55;sh ar-ain -3;sh ar-gh -2.51;sh ar-f -2.53;
sh ar-l -2.59;sh ar-n -2.53;sh ar-h -2.57;sh ar-w -2.64;sh gap-first -2.83;sh gap-inside -3.17;sh gap-last -3.25;
sh abjad-gap-first -2.41;sh abjad-gap-inside -4.25;sh abjad-gap-last -1.82;ch ch 2.47;ch tch 2.27;ch kh 0.68;
ch gh -0.02;ch th -0.11;ch dh -4.28;ch dj -0.01;ch cyr-g -0.01;ch cyr-kh 1.82;ch cyr-ye -2.54;ch deva-v -2.52;
ch ar-t -0.01;ch ar-kh 2.01;ch ar-r -2.51;ch ar-s -0.02;ch ar-sh 2.9;ch ar-k 1.62;ch ar-l -2.51;ch ar-n -2.53;
ch ar-h -0.07;ch ar-ch 2.69;ch gap-first -2.41;ch gap-inside -3.71;ch gap-last -1.98;ch abjad-gap-inside -3.79;
tch tch 2.44;tch ts -0.01;tch cyr-ts -0.35;tch ar-t 2.11;tch ar-z -2.06;tch ar-s -0.01;tch ar-sh -0.06;
tch ar-w -2.54;tch ar-ch 2.5;tch gap-first -2.98;tch gap-inside -3.06;tch gap-last -4.81;
tch abjad-gap-inside -2.41;tch abjad-gap-last -3.86;zh zh 2.86;zh dj 0.22;zh ar-j -0.35;zh ar-r -2.51;
zh gap-inside -4.24;kh kh 2.97;kh cyr-kh 2.53;kh beng-s -2.51;kh ar-kh 2.88;kh ar-f -2.51;kh ar-h -0.01;
kh gap-first -2.7;kh gap-inside -3.18;kh gap-last -2.3;kh abjad-gap-first -2.76;gh gh 3.15;gh cyr-g 2.24;
gh deva-v -2.51;gh ar-t -2.53;gh ar-j 0.77;gh ar-kh -0.01;gh ar-gh 3.27;gh ar-k -0.5;gh gap-first -3.24;
gh gap-inside -1.84;gh gap-last 0.37;gh abjad-gap-last -1.83;th th 3.34;th cyr-g -2.69;th cyr-ts -0.01;
th cyr-v -2.51;th beng-s -0.02;th ar-b -2.52;th ar-t 1.46;th ar-th 3.38;th ar-d -0.42;th ar-r -2.51;th ar-s -0.02;
th ar-gh -2.51;th ar-k -2.51;th ar-y -2.94;th gap-first -2.44;th gap-inside -4.08;th gap-last -1.86;
th abjad-gap-inside -3.33;th abjad-gap-last -1.92;dh dh 2.11;dh deva-v -2.51;dh ar-b -2.52;dh ar-d 2.96;
dh ar-s -0.33;dh ar-zz 1.85;dh gap-first -2.47;dh gap-inside -3.03;dh gap-last -3.62;dj dj 2.26;dj ar-b -2.52;
dj ar-j 3.6;dj gap-inside -2.97;dj gap-last -1.82;ts ts 2.62;ts cyr-ts 2.71;ts ar-t -0.87;ts ar-z 2.26;
ts ar-s 3.08;ts ar-ss 0.5;ts ar-w -2.51;ts gap-first -2.49;ts gap-inside -3.11;ts gap-last -1.11;
ts abjad-gap-inside -2.45;ny ny 1.31;ny gn 2.79;ny ar-n 3.35;ny gap-inside -3.5;ny gap-last -2.42;gn gn 1.93;
gn cyr-g 2.38;gn ar-j 1.75;gn ar-gh 1.79;gn ar-k -0.01;gn ar-n 1.33;gn ar-h -2.51;gn gap-inside -2.42;
gn gap-last -1.83;gn abjad-gap-inside -1.79;ou ou 1.44;ou cyr-ye -2.54;ou cyr-hard 1.79;ou cyr-v 3.44;
ou cyr-o -0.65;ou beng-a -0.29;ou deva-v 1.49;ou ethi-e -0.05;ou ar-alef -3.41;ou ar-b -0.41;ou ar-r -2.53;
ou ar-gh -2.62;ou ar-f -0.01;ou ar-q -2.52;ou ar-l -2.91;ou ar-w 1.93;ou ar-y -3.05;ou gap-inside -2.19;
ou gap-last -1.94;ou abjad-gap-first -1.51;ou abjad-gap-inside -1.96;ou abjad-gap-last -1.51;ae ae -0.18;
ae ai -0.26;ae cyr-ye 2.36;ae ethi-a 0.13;ae ethi-e -0.06;ae ar-alef 1.52;ae ar-e 1.85;ae gap-first -1.21;
ae gap-inside -2.09;ae abjad-gap-first 0.5;ae abjad-gap-inside 0.5;oe oe 1.63;oe ue 0.45;oe cyr-ye 1.82;
oe cyr-o -0.43;oe ar-alef 0.77;oe ar-w 1.48;oe ar-e 1.02;oe gap-first -1.22;oe abjad-gap-inside -0.47;ue ue 1.84;
ue cyr-ye -0.01;ue ar-alef 0.32;ue ar-w 2.67;ue ar-y 1.33;ue gap-first -1.22;ue gap-inside -0.99;ue gap-last -0.82;
ue abjad-gap-inside -0.42;eu eu 1.68;eu cyr-ye 1.85;eu cyr-o 0.39;eu ar-alef 0.52;eu ar-w 3.36;eu ar-y 0.94;
eu gap-first -1.23;eu gap-inside -1.43;eu abjad-gap-inside -0.33;ai ai 1.89;ai cyr-ye 1.66;ai cyr-hard 0.67;
ai cyr-o -0.35;ai cyr-short-i -0.01;ai beng-a 0.76;ai deva-a 0.78;ai ethi-a 1.28;ai ethi-e -0.04;ai ar-alef -1.65;
ai ar-hamza 1.66;ai ar-teh-marbuta 1.29;ai ar-j -3.08;ai ar-d -3.08;ai ar-r -3.05;ai ar-s -3.64;ai ar-ain 1.36;
ai ar-f -3.09;ai ar-k -3.46;ai ar-l -3.05;ai ar-m -3.01;ai ar-n -3.1;ai ar-w -1.44;ai ar-y 2.47;ai article 1.76;
ai gap-first -1.21;ai gap-inside -2.12;ai gap-last -1.13;ai abjad-gap-first -0.76;ai abjad-gap-inside -2.39;
ai abjad-gap-last -1.09;cyr-g cyr-g 2.13;cyr-g gap-first -1.23;cyr-g gap-inside -1.48;cyr-g gap-last -1.57;
cyr-kh gap-first -1.53;cyr-kh gap-inside -1.89;cyr-ye cyr-ye -1.23;cyr-ye cyr-o -1.21;cyr-ye cyr-short-i 0.46;
cyr-ye gap-inside -2.14;cyr-ye gap-last -2.25;cyr-y gap-inside -1.09;cyr-hard gap-inside -1.23;
cyr-hard gap-last -0.37;cyr-ts cyr-ts 2.28;cyr-ts gap-first -2.41;cyr-ts gap-inside -2.52;cyr-ts gap-last -3.09;
cyr-v cyr-v 1.16;cyr-v gap-first -1.54;cyr-v gap-inside -2.68;cyr-v gap-last -2.55;cyr-o cyr-o -1.65;
cyr-o gap-first -1.09;cyr-o gap-inside -2.23;cyr-o gap-last -2.15;cyr-short-i cyr-short-i 0.27;
cyr-short-i gap-inside -1.22;cyr-short-i gap-last 0.27;beng-a beng-a -1.1;beng-a gap-inside -1.64;
beng-a gap-last -1.79;beng-s beng-s 1.13;beng-s gap-inside -2.64;beng-s gap-last -3.07;beng-y gap-first -1.21;
beng-y gap-inside -1.04;beng-b beng-b 1.07;beng-b gap-first -2.41;beng-b gap-inside -2.74;deva-a deva-a -0.23;
deva-a gap-inside -1.84;deva-a gap-last -0.17;deva-v gap-first -1.52;deva-v gap-inside -4.2;deva-v gap-last -1.75;
deva-b gap-first -2.45;deva-b gap-inside -2.83;deva-b gap-last -1.82;ethi-a ethi-a 0.13;ethi-a ethi-e -0.94;
ethi-a gap-inside -1.65;ethi-a gap-last -1.86;ethi-e ethi-e -0.07;ethi-e gap-first -0.78;ethi-e gap-inside -0.39;
ar-alef ar-alef -0.42;ar-alef ar-hamza 1.78;ar-alef ar-teh-marbuta 1.41;ar-alef ar-t -3.01;ar-alef ar-ain 0.63;
ar-alef ar-gh -3.01;ar-alef ar-q -3.08;ar-alef ar-l -3.02;ar-alef ar-m -3.01;ar-alef ar-n -3.11;ar-alef ar-h -3.11;
ar-alef ar-w -0.96;ar-alef ar-y 0.08;ar-alef gap-first 0.35;ar-alef gap-inside -1.44;ar-alef gap-last -2.14;
ar-hamza ar-w -0.03;ar-hamza gap-first -0.39;ar-hamza gap-inside 0.47;ar-hamza gap-last 0.49;ar-b ar-b 1.19;
ar-b ar-r -2.54;ar-b ar-n -2.54;ar-b ar-w -0.1;ar-b ar-y -2.51;ar-b gap-first -2.44;ar-b gap-inside -4.02;
ar-b gap-last -2.12;ar-teh-marbuta ar-hh 1.75;ar-teh-marbuta ar-d -0.4;ar-teh-marbuta ar-h 1.47;
ar-teh-marbuta ar-w -0.28;ar-teh-marbuta ar-y 1;ar-teh-marbuta gap-last -2.51;ar-t ar-t 0.56;ar-t ar-th 1.61;
ar-t ar-d -0.33;ar-t ar-tt 1.59;ar-t ar-h -2.52;ar-t ar-y -2.52;ar-t gap-first -1.5;ar-t gap-inside -2.83;
ar-t gap-last -3.95;ar-th gap-inside -2.42;ar-j ar-j 0.61;ar-j ar-kh -2.53;ar-j ar-gh 0.51;ar-j ar-k -0.75;
ar-j gap-first -2.41;ar-j gap-inside -3.86;ar-j gap-last -2;ar-hh ar-hh 1.01;ar-hh ar-s -2.51;ar-hh ar-h 1.72;
ar-hh ar-w -2.52;ar-hh ar-y -2.51;ar-hh gap-first -2.37;ar-hh gap-inside -1.26;ar-hh gap-last 0.43;
ar-kh ar-q -0.01;ar-kh ar-k -0.15;ar-kh gap-first -2.41;ar-kh gap-last -1.85;ar-d ar-d 0.94;ar-d ar-w -2.51;
ar-d ar-y -2.54;ar-d gap-first -1.89;ar-d gap-inside -3.33;ar-d gap-last -3.39;ar-r ar-r 1.1;ar-r ar-y -2.6;
ar-r gap-first -2.52;ar-r gap-inside -3.98;ar-r gap-last -4.04;ar-z ar-z 2.19;ar-z ar-s -0.5;ar-z ar-ss -0.05;
ar-z gap-inside -3.21;ar-z gap-last -4.64;ar-s ar-s 1.04;ar-s ar-ss 0.97;ar-s ar-w -2.51;ar-s gap-first -3.08;
ar-s gap-inside -3.49;ar-s gap-last -4.56;ar-sh ar-sh 1.49;ar-sh gap-first -2.41;ar-sh gap-inside -3.14;
ar-sh gap-last -1.01;ar-ss ar-ss 2.09;ar-ss gap-first -2.44;ar-tt gap-inside -2.43;ar-tt gap-last -1.81;
ar-ain ar-ain 2.22;ar-ain ar-h -0.21;ar-ain ar-w -0.51;ar-ain ar-y 1.43;ar-ain gap-first 0.43;
ar-ain gap-inside 0.39;ar-ain gap-last -1.1;ar-gh ar-gh 0.97;ar-gh ar-f -2.51;ar-gh ar-q 1.39;ar-gh ar-k -0.57;
ar-gh ar-n -2.55;ar-gh ar-h -0.14;ar-gh ar-w -2.64;ar-gh gap-first -2.43;ar-gh gap-inside -2.54;
ar-gh gap-last -2.65;ar-f ar-f 0.42;ar-f ar-w 0.95;ar-f ar-y -2.6;ar-f gap-first -1.21;ar-f gap-inside -4.42;
ar-f gap-last -3.98;ar-q ar-k 1.38;ar-q ar-h -0.03;ar-q gap-first -2.41;ar-q gap-inside -2.95;ar-q gap-last -2.08;
ar-k ar-k 0.96;ar-k gap-first -2.59;ar-k gap-inside -3.09;ar-k gap-last -3.58;ar-l ar-l 0.83;ar-l ar-h -2.54;
ar-l ar-w -2.53;ar-l gap-first -2.42;ar-l gap-inside -1.85;ar-l gap-last -3.52;ar-m ar-m 0.77;ar-m gap-first -2.93;
ar-m gap-inside -2.67;ar-m gap-last -3.36;ar-n ar-n 1.13;ar-n ar-h -2.73;ar-n ar-w -2.71;ar-n ar-y -2.58;
ar-n gap-first -2.46;ar-n gap-inside -4.44;ar-n gap-last -3.54;ar-h ar-h 2.15;ar-h ar-w -2.56;ar-h ar-y -2.51;
ar-h gap-first -1.72;ar-h gap-inside -1.83;ar-h gap-last -1;ar-w ar-w 0.76;ar-w ar-y -2.9;ar-w gap-first -1.98;
ar-w gap-inside -2.45;ar-w gap-last -2.72;ar-y ar-y 0.4;ar-y gap-first -0.66;ar-y gap-inside -1.96;
ar-y gap-last -2.55;ar-maqsura gap-inside -1.17;ar-maqsura gap-last -1.23;ar-p gap-first -2.56;ar-p gap-last -1.93;
ar-g gap-first -2.53;ar-g gap-inside -2.44;ar-g gap-last -1.89;ar-madda gap-first 0.01;ar-e gap-inside -1.21;
ar-e gap-last -0.72;article article 0.62;article gap-inside -2.43;article abjad-gap-inside -1.54;
`,
};
