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
    nats: [-4.444, -2.48, -1.87, -0.758, 0.978, 2.232, 4.652, 4.72, 4.72, 4.72],
    fullForms: -0.091,
    shortForm: 1.868,
    twoShortForms: 0.647,
    loose: -0.82,
    clippedBeginning: -0.201,
    clippedEnd: 1.846,
  },
  nameWeights: {
    constant: 1.459,
    mean: 0,
    least: 0.519,
    sum: 0.257,
    pairs: -1.427,
    alone: -0.681,
    initialAgrees: 1.411,
    initialDisagrees: -0.686,
    onePair: -4.657,
  },
  calibration: {
    other: [0.24, 0.445],
    'Arab-Latn': [0.442, 0.502],
    'Beng-Latn': [0.497, 0.458],
    'Cyrl-Latn': [0.163, 0.386],
    'Deva-Latn': [-0.032, 0.49],
    'Ethi-Ethi': [-0.152, 0.631],
    'Ethi-Latn': [-0.11, 0.597],
    'Latn-Latn': [0.254, 0.398],
  } as Record<string, readonly [number, number]>,
  threshold: 0.08,
  learntCosts: `
a a 0.75;a b -3.53;a e -0.19;a f -3.07;a g -3.03;a h -3.03;a i -0.29;a j -3.08;a k -3.3;a l -4.17;a m -3.35;
a n -3.18;a o 0.01;a q -3.14;a r -4.17;a s -4.36;a t -3.58;a u -0.62;a w -1.55;a y -0.41;a sh -3.2;a ts -3.14;
a ou -3.09;a ae -0.05;a ue 0.09;a eu 0.38;a ai 1.65;a cyr-ye -0.61;a cyr-hard 1.13;a cyr-o 1.14;
a cyr-short-i -0.08;a beng-a -0.03;a deva-a -0.05;a deva-v -3.59;a ethi-a -0.19;a ethi-e -0.89;a ar-alef 0.55;
a ar-hamza 3.11;a ar-teh-marbuta 1.37;a ar-t -4.73;a ar-d -3.19;a ar-r -4.49;a ar-s -3.79;a ar-ain 1.61;
a ar-q -3.1;a ar-k -3.09;a ar-l -3.42;a ar-m -3.08;a ar-n -3.4;a ar-w -1.05;a ar-y -0.37;a ar-maqsura 3.03;
a ar-madda 2.61;a ar-e 0.38;a article 1.1;a gap-first -1.45;a gap-inside -1.84;a gap-last -1.97;
a abjad-gap-first -0.27;a abjad-gap-inside -0.25;a abjad-gap-last -1.45;b b 2.23;b c -2.54;b d -2.97;b e -3.12;
b f -2.91;b g -2.87;b ge -2.74;b h -3.3;b i -3.31;b j -3.45;b k -3.44;b l -2.94;b m -3.76;b n -3.22;b o -3.08;
b p 0.55;b q -3.48;b r -3.37;b s -2.67;b t -3.16;b u -3.41;b v -1.35;b w -0.98;b x -2.54;b y -4.42;b z -2.59;
b sh -2.59;b ch -2.94;b tch -2.54;b kh -3.4;b th -2.52;b dh -2.52;b gn -2.56;b ou -0.16;b cyr-kh -2.62;
b cyr-ye -2.53;b cyr-ts -4.72;b cyr-v -2.06;b beng-b 1.24;b deva-v 1.58;b deva-b 1.84;b ethi-a -2.65;
b ethi-e -3.63;b ar-alef -3.07;b ar-b 1.71;b ar-t -2.57;b ar-j -2.55;b ar-kh -2.53;b ar-d -2.54;b ar-r -3.65;
b ar-s -2.52;b ar-zz -2.54;b ar-ain -3.21;b ar-gh -2.51;b ar-f -2.59;b ar-k -2.67;b ar-l -2.76;b ar-m -3.24;
b ar-n -3.32;b ar-w -1.42;b ar-y -2.66;b gap-first -2.6;b gap-inside -4.51;b gap-last -4.6;b abjad-gap-first -2.46;
b abjad-gap-inside -4.33;b abjad-gap-last -2.7;c c 2.16;c ce 0.64;c d -2.54;c f -2.64;c g -0.1;c ge -0.11;
c i -3.01;c j -0.16;c k 1.55;c l -2.61;c m -2.52;c n -2.75;c r -2.53;c s -2.59;c t -2.55;c v -2.52;c y -3.26;
c z -2.51;c sh -2.53;c ch 1.47;c tch -1.78;c kh -0.09;c gh -0.79;c cyr-g -0.07;c cyr-kh -1.19;c cyr-ts 0.04;
c cyr-v -2.79;c ar-t -1.25;c ar-th -2.51;c ar-j 0.3;c ar-r -4.2;c ar-sh -2.51;c ar-f -2.52;c ar-q 1.27;c ar-k 1.17;
c ar-n -2.54;c ar-w -2.52;c ar-y -2.58;c gap-first -3.07;c gap-inside -3.44;c gap-last -3.32;
c abjad-gap-first -2.41;c abjad-gap-inside -3.09;c abjad-gap-last -1.98;ce ce 1.96;ce d -2.52;ce f -2.96;
ce ge -0.05;ce k 0.3;ce l -2.53;ce m -2.51;ce n -2.89;ce r -2.78;ce s 0.79;ce t -0.7;ce v -2.58;ce z -1.05;
ce sh -0.06;ce tch 1.89;ce dj 1.22;ce ts 2.18;ce ou -2.53;ce cyr-ts 2.28;ce cyr-short-i -2.75;ce ar-b -2.52;
ce ar-t -1.39;ce ar-th 1.81;ce ar-j 0.76;ce ar-s 0.22;ce ar-sh 0.43;ce ar-q 2.65;ce ar-k 1.76;ce ar-n -3.44;
ce ar-ch 2.37;ce ar-g -0.08;ce gap-first -2.97;ce gap-inside -3.41;ce abjad-gap-inside -2.92;d d 2.12;d e -3.82;
d f -2.81;d g -4.21;d ge -3.74;d h -2.72;d i -4.05;d j -2.62;d k -3.41;d l -3.09;d m -3.25;d n -3.8;d p -2.86;
d q -2.74;d r -3.33;d s -3.27;d t -0.71;d u -3.06;d v -3.57;d w -3.62;d y -3.84;d z -0.18;d sh -2.67;d ch -3.28;
d tch -3.67;d kh -2.76;d gh -2.54;d th -0.42;d dh 1.02;d ai -3.01;d cyr-g -2.53;d cyr-kh -2.52;d cyr-shch -2.53;
d cyr-v -3.05;d cyr-o -3.32;d cyr-short-i -2.64;d beng-s -2.52;d beng-y -2.95;d beng-b -2.93;d ethi-e -3.05;
d ar-alef -3.45;d ar-b -2.86;d ar-teh-marbuta -0.21;d ar-t -2.23;d ar-j -2.98;d ar-d 1.77;d ar-r -2.86;
d ar-z -2.97;d ar-s -3.37;d ar-sh -2.72;d ar-dd 2.78;d ar-tt -0.45;d ar-gh -2.55;d ar-f -2.56;d ar-q -2.68;
d ar-k -3.21;d ar-l -4.88;d ar-m -3.57;d ar-n -4.38;d ar-h -2.52;d ar-w -2.55;d ar-y -2.98;d ar-p -2.69;
d ar-zh -2.52;d gap-first -3.06;d gap-inside -3.05;d gap-last -2.53;d abjad-gap-first -2.97;
d abjad-gap-inside -2.85;d abjad-gap-last -2.98;e e 1.1;e f -3.01;e i 0.49;e j -0.05;e k -4.07;e m -4.07;e n -3.45;
e o -0.92;e r -3.16;e s -3.6;e t -3.56;e u -0.1;e y -0.32;e ou -1.58;e ae 1.62;e oe -0.23;e ue 0.25;e eu 2.44;
e ai 1.64;e cyr-ye 0.95;e cyr-hard 0.55;e cyr-o -0.72;e cyr-short-i 0.67;e beng-a 0.17;e deva-a -0.24;e ethi-a 0.7;
e ethi-e 0.18;e ar-alef 0.51;e ar-b -3.42;e ar-teh-marbuta 2.25;e ar-t -3.68;e ar-j -3.89;e ar-d -3.01;
e ar-r -3.15;e ar-s -3.6;e ar-ain 2;e ar-f -3.14;e ar-k -3.51;e ar-l -3.33;e ar-m -3.21;e ar-n -3.95;e ar-y 0.79;
e ar-e 1.42;e article 0.01;e gap-first -1.29;e gap-inside -1.71;e gap-last -0.35;e abjad-gap-first -0.26;
e abjad-gap-inside 0.09;e abjad-gap-last 0.5;f f 2.38;f g -3.22;f h -2.9;f j -2.54;f k -4.65;f l -2.85;f m -3.29;
f n -3.29;f o -3.45;f p -2.53;f q -2.65;f r -3.74;f s -3.34;f t -3.23;f v -1.48;f w -0.55;f y -2.75;f z -2.52;
f sh -2.54;f ch -3.37;f tch -2.79;f kh -2.55;f dj -2.54;f ae -3.26;f cyr-kh -2.54;f cyr-ts -3.14;f cyr-v 0.07;
f ar-b -4.07;f ar-t -2.51;f ar-d -3.35;f ar-r -2.52;f ar-z -3.68;f ar-s -2.58;f ar-f 1.33;f ar-q -2.52;
f ar-k -2.57;f ar-l -3.18;f ar-m -2.53;f ar-n -2.51;f ar-h -2.58;f ar-w -0.55;f ar-y -2.77;f ar-p -4.62;
f ar-madda -3.23;f gap-first -2.61;f gap-inside -3.2;f gap-last -2.96;f abjad-gap-first -2.49;
f abjad-gap-inside -2.3;f abjad-gap-last -1.9;g g 2.39;g ge 1.97;g h -2.11;g j -3.11;g k -0.11;g l -2.74;g m -3.51;
g n -3.79;g o -3.26;g p -2.63;g q -0.65;g r -2.71;g s -2.68;g t -3.05;g u -3.01;g w -2.83;g y -2.99;g z -2.54;
g sh -2.71;g zh -2.14;g gh 1.44;g dh -2.56;g dj -2.29;g gn 1.69;g cyr-g 1.5;g cyr-ts -3.07;g cyr-v -2.63;
g beng-a -3.34;g beng-s -2.52;g beng-b -2.51;g deva-b -3.04;g ar-alef -3.06;g ar-j 1.5;g ar-hh -2.05;g ar-d -2.54;
g ar-s -2.52;g ar-gh 1.79;g ar-q 2.26;g ar-k -0.05;g ar-l -2.99;g ar-m -2.6;g ar-n -3;g ar-h -2.74;g ar-y -3.52;
g ar-g 3.36;g gap-first -2.58;g gap-inside -3.42;g gap-last -3.23;g abjad-gap-first -2.42;g abjad-gap-inside -2.47;
g abjad-gap-last -2.47;ge ge 2.82;ge h 1;ge i -3.3;ge j 2.51;ge k -0.59;ge m -2.55;ge n -2.57;ge p -2.53;ge q 0.9;
ge r -3.43;ge s -2.54;ge t -2.52;ge x -0.07;ge y -0.13;ge z -1.53;ge ch -0.01;ge zh 0.8;ge gh 2.24;ge dj 2.44;
ge ny -2.64;ge cyr-g 1.1;ge cyr-kh 2.44;ge ar-b -2.61;ge ar-t -2.52;ge ar-j 1.35;ge ar-d -2.58;ge ar-r -2.53;
ge ar-s -2.52;ge ar-sh -0.02;ge ar-gh 1.44;ge ar-f -2.69;ge ar-k -0.03;ge ar-l -3.03;ge ar-n -2.64;ge ar-h 1.62;
ge ar-w -2.61;ge ar-y -0.8;ge ar-ch -0.27;ge ar-g 1.9;ge gap-first -1.37;ge gap-inside -2.22;
ge abjad-gap-first -1.34;ge abjad-gap-inside -1.9;h h 1.82;h i -3.03;h j 1.14;h k -2.75;h l -2.81;h m -4.55;
h n -2.69;h p -2.65;h q -2.52;h r -3.2;h s -3.48;h t -3.24;h v -2.51;h w -3.72;h x -0.49;h y -2.53;h z -2.8;
h sh -1.84;h ch -1.48;h tch -2.76;h kh -0.3;h gh 1.68;h th -2.51;h dh -2.52;h ts -2.98;h ny -2.56;h cyr-g 2.49;
h cyr-kh 1.65;h cyr-short-i -2.48;h beng-s -2.79;h deva-v -3.94;h deva-b -2.56;h ar-alef -3.2;h ar-b -2.56;
h ar-teh-marbuta 2.12;h ar-t -3.29;h ar-th -2.51;h ar-j -2.59;h ar-hh 2.06;h ar-kh 0.4;h ar-d -2.58;h ar-r -2.52;
h ar-z -2.53;h ar-s -3.29;h ar-sh -2.13;h ar-tt -2.81;h ar-ain -0.85;h ar-gh -1.73;h ar-f -3.02;h ar-q -0.07;
h ar-k -2.63;h ar-l -2.72;h ar-m -4.35;h ar-n -2.54;h ar-h 1.53;h ar-w -2.59;h gap-first -1.15;h gap-inside -1.46;
h gap-last -0.85;h abjad-gap-first -1.6;h abjad-gap-inside -2.02;h abjad-gap-last -1.07;i i 0.95;i j -0.52;
i k -3.01;i l -3.55;i m -4.3;i n -3.12;i o -1.1;i r -3.19;i s -3.14;i t -3.24;i u -0.88;i w -4.23;i y 1.79;
i z -3.8;i sh -3.07;i th -3.39;i ou -3.34;i ae -0.41;i oe 0.25;i ue 0.78;i ai 0.11;i cyr-ye -1.27;i cyr-y 1.95;
i cyr-hard -0.18;i cyr-ts -3.11;i cyr-o -0.12;i cyr-short-i 2.1;i beng-a -1.28;i deva-a -0.1;i ethi-a -0.11;
i ethi-e 0.49;i ar-alef 0.08;i ar-b -3.1;i ar-teh-marbuta 2.19;i ar-d -3.16;i ar-r -4.32;i ar-s -3.13;
i ar-ain 1.17;i ar-k -3.14;i ar-m -3.01;i ar-n -3.55;i ar-w -3.15;i ar-y 1.31;i ar-e 0.91;i article -0.07;
i gap-first -1.18;i gap-inside -1.71;i gap-last -1.41;i abjad-gap-first 0.42;i abjad-gap-inside -0.66;
i abjad-gap-last -0.68;j j 2.28;j k -1.76;j l -3.53;j m -4.49;j n -3.89;j p -3.51;j q -0.05;j r -4.53;j s -2.53;
j t -3.32;j y 2.27;j z 2.97;j sh -0.25;j ch 0.4;j zh 3.95;j kh 1.73;j dj 2.45;j ts -4.43;j ny -2.54;j cyr-g 1.66;
j cyr-kh 0.84;j cyr-ye 1.58;j cyr-short-i 2.47;j beng-y 1.28;j ethi-e -0.02;j ar-alef -0.53;j ar-j 1.97;
j ar-hh 0.5;j ar-kh 2.29;j ar-d -3.22;j ar-s -2.52;j ar-gh -0.03;j ar-k -0.36;j ar-l -2.52;j ar-m -2.89;
j ar-h 1.54;j ar-y 2.12;j ar-zh 2.88;j gap-first -1.5;j gap-inside -2.43;j gap-last -2.46;j abjad-gap-first -1.43;
j abjad-gap-inside -1.6;k k 1.91;k l -4.02;k m -3.01;k n -3.46;k o -3.07;k p -4.15;k q 2.31;k r -2.72;k s -3.16;
k t -3.6;k u -3.13;k v -3.95;k w -2.81;k x 2.77;k y -4.73;k z -2.87;k sh -2.75;k ch 0.21;k tch -1.21;k kh -0.49;
k gh -0.03;k th -2.51;k dh -2.78;k dj -3.06;k ou -2.55;k ae -3.23;k cyr-g -0.2;k cyr-kh -0.22;k cyr-ye -2.65;
k cyr-v -3.14;k beng-s -2.72;k beng-b -2.64;k deva-v -2.61;k deva-b -2.51;k ethi-e -3.17;k ar-b -2.51;k ar-t -2.84;
k ar-j -0.4;k ar-hh -2.52;k ar-kh 0.43;k ar-d -3.8;k ar-r -2.52;k ar-s -4.53;k ar-sh -2.62;k ar-gh -0.07;
k ar-f -2.52;k ar-q 1.29;k ar-k 2.21;k ar-l -2.52;k ar-m -3.4;k ar-n -3.49;k ar-w -3.76;k ar-y -2.52;
k gap-first -2.64;k gap-inside -4.39;k gap-last -3.78;k abjad-gap-first -3.02;k abjad-gap-inside -3.47;
k abjad-gap-last -3.16;l l 2.42;l m -2.7;l n -3.15;l o -4.26;l p -2.58;l q -2.52;l r -3.5;l s -3.61;l t -3.12;
l u -3.31;l v -2.71;l w -4.25;l x -2.57;l y -3.24;l z -2.61;l sh -4.09;l ch -2.58;l tch -4.34;l gh -3.09;
l th -3.74;l dj -2.62;l ou -2.52;l ai -3.05;l cyr-g -2.52;l cyr-ye -2.66;l cyr-v -3.12;l cyr-o -3.04;
l cyr-short-i -2.55;l beng-a -3.14;l beng-s -4.97;l deva-a -3.79;l ar-alef -2.95;l ar-b -3.12;l ar-t -3;
l ar-j -2.69;l ar-d -3.77;l ar-r -4.9;l ar-s -3.49;l ar-sh -2.82;l ar-tt -2.53;l ar-ain -2.58;l ar-gh -4.45;
l ar-f -2.96;l ar-q -2.51;l ar-k -3.48;l ar-l 1.69;l ar-m -2.55;l ar-n -2.93;l ar-h -3.17;l ar-w -2.81;
l ar-y -4.06;l article 0.83;l gap-first -2.78;l gap-inside -3.84;l gap-last -3.51;l abjad-gap-first -1.72;
l abjad-gap-inside -4.36;l abjad-gap-last -4.79;m m 1.93;m n -2.07;m o -3.1;m p -2.96;m q -4.06;m r -3.04;
m s -3.22;m t -3.18;m u -3.21;m v -4.4;m w -3.96;m y -2.99;m z -2.65;m sh -4.29;m ch -2.78;m tch -3.65;m kh -2.61;
m gh -2.52;m th -2.54;m dh -2.59;m dj -4.17;m ts -2.64;m ny -0.82;m gn -0.03;m ou -2.58;m cyr-g -3.77;
m cyr-kh -4.89;m cyr-ye -2.7;m cyr-v -2.64;m beng-s -3.29;m deva-v -2.51;m deva-b -2.53;m ethi-a -3.82;
m ar-alef -3.56;m ar-b -2.8;m ar-t -5.15;m ar-hh -2.52;m ar-d -3.1;m ar-r -2.7;m ar-z -2.52;m ar-s -3.43;
m ar-sh -2.52;m ar-ss -2.52;m ar-tt -3.05;m ar-gh -2.54;m ar-f -3.1;m ar-k -3.85;m ar-l -2.95;m ar-m 1.82;
m ar-n -0.91;m ar-h -2.54;m ar-w -3.41;m ar-y -2.99;m gap-first -2.56;m gap-inside -4.08;m gap-last -3.76;
m abjad-gap-first -3.93;m abjad-gap-inside -4.07;m abjad-gap-last -3.13;n n 2.12;n o -4.29;n p -2.58;n q -4.01;
n r -3.03;n s -3.06;n t -3.1;n u -3.49;n v -2.62;n w -3.98;n x -2.51;n y -3.05;n z -3.22;n sh -2.62;n ch -2.89;
n tch -2.64;n kh -2.53;n gh -3.06;n th -2.64;n dh -2.58;n dj -2.59;n ts -2.64;n ny -0.11;n gn 1.81;n ou -2.53;
n cyr-g -4.94;n cyr-kh -2.53;n cyr-ye -2.52;n cyr-v -2.52;n cyr-short-i -3.53;n beng-a -3.35;n beng-s -3.46;
n deva-a -3.53;n deva-v -3.37;n deva-b -3.95;n ethi-e -3.25;n ar-alef -3.2;n ar-b -3.56;n ar-t -4.02;n ar-j -3.01;
n ar-kh -3.37;n ar-d -4.09;n ar-r -3.11;n ar-z -2.63;n ar-s -2.83;n ar-ain -2.75;n ar-gh -2.6;n ar-f -3.47;
n ar-k -4.85;n ar-l -5.39;n ar-m -1.17;n ar-n 1.55;n ar-h -3.77;n ar-w -3.57;n ar-y -3.91;n ar-p -2.51;
n gap-first -2.74;n gap-inside -4.01;n gap-last -3.67;n abjad-gap-first -2.73;n abjad-gap-inside -5.08;
n abjad-gap-last -3.51;o o 1.29;o r -3.13;o s -4.35;o t -3.62;o u 0.28;o w 0.68;o sh -3.01;o ch -3.09;o tch -4.62;
o ou 0.11;o ae -0.51;o oe 1.97;o ue 0.48;o ai 0.56;o cyr-ye -3.04;o cyr-y -2.92;o cyr-v -0.51;o cyr-o 0.47;
o beng-a 0.96;o deva-a 0.17;o ethi-a -0.49;o ethi-e -0.19;o ar-alef -0.96;o ar-b -3.14;o ar-teh-marbuta -0.83;
o ar-d -3.07;o ar-r -3.98;o ar-s -3.7;o ar-ss -3.01;o ar-ain -0.16;o ar-gh -3.02;o ar-f -3.02;o ar-k -3.08;
o ar-m -3.31;o ar-n -3.61;o ar-w 1.05;o ar-y -3.04;o ar-zh -3.01;o ar-madda 0.36;o gap-first -0.85;
o gap-inside -1.75;o gap-last -1.67;o abjad-gap-first -0.27;o abjad-gap-inside -0.87;o abjad-gap-last -1.84;
p p 1.84;p q -2.51;p r -2.9;p s -2.99;p t -2.66;p u -3.07;p v -2.64;p w -2.59;p y -3.51;p z -2.53;p sh -3.15;
p ch -2.57;p kh -3.5;p gh -4.16;p th -2.69;p beng-b -0.4;p deva-v -0.25;p deva-b -0.02;p ar-alef -3.29;p ar-b 0.95;
p ar-teh-marbuta -2.52;p ar-t -4.83;p ar-j -2.52;p ar-d -2.61;p ar-r -2.63;p ar-s -2.51;p ar-k -2.55;p ar-l -2.52;
p ar-m -2.7;p ar-n -2.59;p ar-w -2.76;p ar-p 2.53;p gap-first -2.56;p gap-inside -3.61;p gap-last -1.47;
p abjad-gap-first -1.11;p abjad-gap-inside -3.42;q q 1.46;q r -2.52;q s -2.52;q t -4.92;q u -3.87;q w -2.91;
q x 2.51;q y -3.27;q sh -2.55;q ae -3.03;q ar-d -2.52;q ar-r -2.56;q ar-q 2.65;q ar-k 3.39;q ar-m -2.55;
q gap-first -2.71;q gap-inside -3.76;q gap-last -2;q abjad-gap-first -2.55;q abjad-gap-inside -2.45;r r 1.88;
r s -3.09;r t -3.21;r u -4.04;r v -2.53;r w -3.74;r y -3.05;r z -3.17;r sh -3.56;r ch -2.93;r tch -4.06;r kh -2.86;
r gh -2.86;r th -2.77;r dh -2.81;r dj -2.9;r ny -2.86;r gn -2.52;r ou -2.56;r ae -3.04;r cyr-g -2.51;
r cyr-kh -2.51;r cyr-ye -2.58;r cyr-v -2.7;r cyr-o -3.03;r cyr-short-i -4.68;r beng-a -3.03;r beng-s -2.51;
r beng-b -2.73;r ethi-e -3.03;r ar-alef -4.31;r ar-hamza -2.79;r ar-b -2.77;r ar-teh-marbuta -3.05;r ar-t -4.98;
r ar-j -2.6;r ar-hh -2.55;r ar-kh -2.51;r ar-d -2.7;r ar-r 1.61;r ar-z -2.58;r ar-s -2.93;r ar-sh -2.63;
r ar-tt -2.53;r ar-gh -2.98;r ar-f -2.89;r ar-q -2.6;r ar-k -2.53;r ar-l -4.89;r ar-m -4.03;r ar-n -2.9;
r ar-h -1.84;r ar-w -3.22;r ar-y -4.06;r ar-g -2.51;r article -2.89;r gap-first -2.85;r gap-inside -3.47;
r gap-last -2.74;r abjad-gap-first -2.52;r abjad-gap-inside -4.84;r abjad-gap-last -3.28;s s 2.02;s t -3.63;
s u -3.23;s v -2.54;s w -3.27;s x 0.37;s y -3.4;s z 0.97;s sh -0.08;s ch -0.12;s tch -0.06;s kh -2.65;s gh -2.52;
s th -0.01;s dh -0.42;s dj -4.27;s ts 2.01;s cyr-ye -4.28;s cyr-ts 1.17;s cyr-v -2.66;s cyr-o -4.59;
s cyr-short-i -0.49;s beng-a -3.1;s beng-s 1.09;s beng-b -2.54;s deva-b -2.74;s ethi-a -3.01;s ethi-e -3.09;
s ar-alef -5.17;s ar-b -2.6;s ar-t -3.63;s ar-th 2.47;s ar-j -2.77;s ar-kh -2.57;s ar-d -2.55;s ar-r -2.82;
s ar-z 0.9;s ar-s 1.83;s ar-sh -0.61;s ar-ss 2.75;s ar-gh -4.75;s ar-f -3.32;s ar-k -2.61;s ar-l -2.72;
s ar-m -3.05;s ar-n -3.08;s ar-h -2.92;s ar-w -4.35;s ar-y -4.95;s ar-ch -0.12;s gap-first -2.65;
s gap-inside -3.44;s gap-last -3.6;s abjad-gap-first -3.49;s abjad-gap-inside -4.6;s abjad-gap-last -5.23;t t 1.72;
t u -3.05;t v -3.13;t w -5.64;t x -2.52;t y -3.91;t z -2.96;t sh -2.84;t ch -0.75;t tch -1.1;t zh -2.52;t kh -3.45;
t gh -2.51;t th 0.55;t dh -0.02;t dj -2.53;t ts -3.43;t ny -2.91;t gn -2.52;t ae -3.03;t cyr-g -2.58;
t cyr-kh -2.52;t cyr-ye -1.32;t cyr-ts -0.27;t cyr-v -2.55;t beng-s -2.62;t deva-a -3.11;t deva-v -2.53;
t ethi-a -3.01;t ethi-e -3.07;t ar-alef -4.47;t ar-b -3.29;t ar-teh-marbuta 1.7;t ar-t 1.19;t ar-th 0.74;
t ar-j -3.32;t ar-hh -2.63;t ar-d -1.18;t ar-r -2.78;t ar-z -4.25;t ar-s -3.05;t ar-sh -2.98;t ar-dd -0.19;
t ar-tt 2.56;t ar-gh -2.7;t ar-f -3.94;t ar-k -3.55;t ar-l -3.34;t ar-m -2.62;t ar-n -3.66;t ar-h -1.25;
t ar-w -2.59;t ar-y -3.11;t ar-ch -0.02;t ar-g -2.52;t gap-first -2.46;t gap-inside -4.07;t gap-last -2.92;
t abjad-gap-first -2.44;t abjad-gap-inside -3.84;t abjad-gap-last -2.35;u u 0.86;u w 0.59;u sh -3.09;u tch -4.14;
u ny -3.06;u ae -2.18;u oe 0.08;u ue 2.08;u eu 0.88;u ai -0.37;u cyr-ye -2.66;u cyr-hard 0.78;u cyr-v -0.71;
u cyr-o -0.71;u beng-a -1.57;u deva-a -0.53;u ethi-a -1.25;u ethi-e -0.65;u ar-alef -0.42;u ar-t -2.67;
u ar-d -3.01;u ar-r -3.34;u ar-gh -3.01;u ar-w 1.4;u ar-y -3.97;u article -3.42;u gap-first -2.25;
u gap-inside -1.69;u gap-last -1.98;u abjad-gap-first -0.22;u abjad-gap-inside -0.55;u abjad-gap-last -0.7;
v v 2.72;v w 1.54;v sh -2.66;v gh -2.65;v dh -3.58;v dj -2.84;v ou 0.4;v cyr-g -3.15;v cyr-kh -2.54;v cyr-v 1.7;
v deva-v 1.73;v deva-b 2.59;v ar-b -2.79;v ar-t -3.82;v ar-th 0.09;v ar-r -3.45;v ar-gh -2.51;v ar-f 1.53;
v ar-n -2.52;v ar-h -2.72;v ar-w 0.53;v ar-y -2.91;v ar-v 2.42;v gap-first -2.52;v gap-inside -4.72;
v gap-last -2.59;v abjad-gap-first -2.41;v abjad-gap-inside -3.96;w y -1.71;w sh -3.83;w dh -2.7;w ts -2.57;
w ny -2.6;w ou 2.83;w cyr-v 1.82;w cyr-o -0.99;w cyr-short-i -3.83;w beng-a -0.18;w beng-b -0.75;w deva-v 1.83;
w deva-b 2.47;w ethi-e -3.25;w ar-b -0.99;w ar-j -2.53;w ar-d -3.89;w ar-r -2.9;w ar-s -2.52;w ar-f 0.13;
w ar-k -2.58;w ar-n -2.65;w ar-h -2.52;w ar-w 1.41;w gap-first -1.76;w gap-inside -2.72;w gap-last -2.07;
w abjad-gap-first -0.64;w abjad-gap-inside -2.18;w abjad-gap-last -1.53;x x 3.73;x sh -1.82;x th -0.21;
x cyr-kh 1.9;x ar-kh 1.85;x ar-s 3.64;x ar-k 2.74;x ar-w -2.54;x gap-inside -2.51;x gap-last -3.05;
x abjad-gap-inside -3.73;y y 1.95;y z -3.7;y sh -2.59;y ch -3.7;y tch -4.2;y kh -2.52;y th -2.57;y dh -2.52;
y ny -2.52;y ai 1.25;y cyr-ye 0.06;y cyr-y 1.82;y cyr-o -0.39;y cyr-short-i 3.05;y beng-y 0.9;y deva-a -0.01;
y ethi-a -0.05;y ethi-e 0.83;y ar-alef -0.43;y ar-t -2.53;y ar-ain -0.02;y ar-q -2.52;y ar-k -2.54;y ar-l -2.6;
y ar-n -2.54;y ar-y 1.64;y ar-maqsura 1.6;y gap-first -1.78;y gap-inside -0.71;y gap-last -1.26;
y abjad-gap-first 0.01;y abjad-gap-inside -0.76;y abjad-gap-last -1.64;z z 2.62;z sh -2.59;z ch -3.2;z zh 2.21;
z dh 2.89;z cyr-ts 0.82;z cyr-v -2.52;z ar-alef -3.01;z ar-hamza -2.59;z ar-th -0.87;z ar-r -2.6;z ar-z 2.67;
z ar-s 1.25;z ar-tt -3.9;z ar-zz 2.01;z ar-f -3.84;z ar-m -3;z ar-n -2.94;z ar-w -2.53;z ar-y -2.65;
z gap-first -2.5;z gap-inside -3.13;z gap-last -2.25;z abjad-gap-inside -3.98;z abjad-gap-last -3.25;sh sh 2.15;
sh ch 0.73;sh tch -0.12;sh kh -2.52;sh dj -0.43;sh ny -2.62;sh cyr-kh -4.93;sh cyr-shch 2.88;sh cyr-v -3.3;
sh beng-s 0.6;sh deva-v -2.99;sh ar-alef -3.61;sh ar-b -2.65;sh ar-t -1.05;sh ar-j -0.28;sh ar-r -2.51;
sh ar-s -0.48;sh ar-sh 2.08;sh ar-ss -0.04;sh ar-zz -2.55;sh ar-ain -3.07;sh ar-gh -2.54;sh ar-l -2.69;
sh ar-n -2.53;sh ar-h -2.59;sh ar-w -2.73;sh ar-y -2.6;sh gap-first -3.01;sh gap-inside -3.27;sh gap-last -3.6;
sh abjad-gap-first -2.42;sh abjad-gap-inside -4.39;sh abjad-gap-last -1.82;ch ch 2.39;ch tch 2.38;ch kh 0.35;
ch gh -0.02;ch th -0.22;ch dh -4.32;ch cyr-g -0.04;ch cyr-kh 1.71;ch cyr-ye -2.58;ch cyr-short-i -2.52;
ch deva-v -2.51;ch ar-t -0.01;ch ar-kh 2.01;ch ar-r -2.52;ch ar-s -0.04;ch ar-sh 3.2;ch ar-k 1.08;ch ar-l -2.52;
ch ar-m -2.52;ch ar-n -2.55;ch ar-h -0.07;ch ar-ch 2.54;ch gap-first -2.42;ch gap-inside -3.79;ch gap-last -1.98;
ch abjad-gap-inside -3.88;tch tch 2.48;tch ts -0.02;tch cyr-ts -0.38;tch ethi-e -3.2;tch ar-t 1.99;tch ar-z -2.27;
tch ar-s -0.01;tch ar-sh 0.1;tch ar-ch 2.41;tch gap-first -3.12;tch gap-inside -4.07;tch gap-last -4.76;
tch abjad-gap-last -4.05;zh zh 2.81;zh dj 0.23;zh ou -3.18;zh ar-j -0.48;zh ar-r -2.52;zh gap-inside -4.01;
kh kh 2.63;kh cyr-kh 2.42;kh ar-kh 2.54;kh ar-f -2.51;kh gap-first -2.73;kh gap-inside -3.36;kh gap-last -2.41;
kh abjad-gap-first -2.87;gh gh 3.08;gh cyr-g 2.11;gh deva-v -2.51;gh ar-t -2.56;gh ar-j 0.58;gh ar-kh -0.02;
gh ar-gh 2.96;gh ar-k -0.56;gh gap-first -3.41;gh gap-inside -1.96;gh gap-last 0.16;gh abjad-gap-last -1.83;
th th 3.16;th cyr-g -2.7;th cyr-ts -0.01;th cyr-v -2.51;th beng-s -0.05;th ar-b -2.53;th ar-t 1.29;th ar-th 3.19;
th ar-d -0.14;th ar-s -0.03;th ar-gh -2.54;th ar-y -2.99;th gap-inside -4.19;th gap-last -1.86;
th abjad-gap-inside -3.59;th abjad-gap-last -1.97;dh dh 1.97;dh deva-v -2.52;dh ar-b -2.52;dh ar-d 2.81;
dh ar-s -0.35;dh ar-zz 1.86;dh gap-first -2.54;dh gap-inside -3.09;dh gap-last -3.84;dj dj 2.57;dj ar-b -2.52;
dj ar-j 3.47;dj gap-inside -3.1;ts ts 3.51;ts cyr-ts 2.64;ts ar-t -0.98;ts ar-z 2.25;ts ar-s 3.62;ts ar-w -2.51;
ts gap-first -2.64;ts gap-inside -3.22;ts gap-last -1.2;ny ny 1.62;ny gn 2.78;ny ar-n 3.23;ny gap-inside -4.51;
ny gap-last -3.48;gn gn 2.55;gn cyr-g 1.76;gn ar-j 1.74;gn ar-r -2.51;gn ar-n 1.08;gn gap-last -2.39;
gn abjad-gap-inside -1.78;ou ou 0.79;ou cyr-ye -2.57;ou cyr-hard 1.79;ou cyr-v 3.02;ou cyr-o -0.93;ou beng-a -0.3;
ou deva-v 1.34;ou ar-alef -3.1;ou ar-b -0.52;ou ar-r -2.54;ou ar-sh -2.51;ou ar-q -2.53;ou ar-l -3.07;ou ar-w 1.67;
ou gap-inside -1.95;ou gap-last -1.57;ou abjad-gap-first -1.54;ou abjad-gap-last -1.52;ae ae 1.12;ae ai 0.9;
ae cyr-ye 2.24;ae ethi-a -0.18;ae ethi-e -0.42;ae ar-alef 1.28;ae ar-e 1.49;ae gap-first -1.23;ae gap-inside -2.09;
ae abjad-gap-first 0.33;ae abjad-gap-inside 0.5;oe oe 1.41;oe ue 0.43;oe cyr-ye 1.81;oe cyr-o -0.75;
oe ar-alef 0.73;oe ar-w 1.1;oe ar-e 0.99;oe gap-first -1.24;oe abjad-gap-inside -0.55;ue ue 1.55;ue cyr-ye -0.02;
ue ar-w 2.43;ue ar-y 1.71;ue gap-first -1.22;ue gap-inside -1.18;ue gap-last -0.83;ue abjad-gap-inside -0.55;
eu eu 1.33;eu cyr-ye 1.83;eu ar-w 3.94;eu gap-first -1.25;ai ai 2.22;ai cyr-ye 1.45;ai cyr-hard 0.45;ai cyr-o 0.56;
ai cyr-short-i -0.03;ai beng-a 0.71;ai deva-a 0.49;ai ethi-a 0.93;ai ethi-e -0.22;ai ar-alef -1.28;ai ar-hamza 1.6;
ai ar-j -3.12;ai ar-d -3.14;ai ar-r -3.1;ai ar-s -3.75;ai ar-ain 1.38;ai ar-k -3.55;ai ar-l -3.07;ai ar-n -3.05;
ai ar-w -0.24;ai ar-y 2.4;ai ar-madda 1.95;ai article 1.74;ai gap-first -1.21;ai gap-inside -1.6;ai gap-last -2.07;
ai abjad-gap-first -0.27;ai abjad-gap-inside -2.96;ai abjad-gap-last -0.69;cyr-g gap-first -1.26;
cyr-g gap-inside -1.77;cyr-g gap-last -1.64;cyr-kh gap-first -1.34;cyr-kh gap-inside -1.85;cyr-ye gap-inside -2.07;
cyr-ye gap-last -2.31;cyr-y gap-inside -0.84;cyr-hard gap-inside -1.32;cyr-hard gap-last -0.38;
cyr-ts gap-inside -2.66;cyr-ts gap-last -3.34;cyr-v gap-first -1.59;cyr-v gap-inside -2.9;cyr-v gap-last -2.69;
cyr-o gap-first -1.11;cyr-o gap-inside -2;cyr-o gap-last -2.44;cyr-short-i gap-inside -1.22;
cyr-short-i gap-last 0.37;beng-a gap-inside -1.71;beng-a gap-last -1.94;beng-s gap-inside -2.6;
beng-s gap-last -3.08;beng-y gap-first -1.22;beng-y gap-inside -1.48;beng-b gap-first -2.41;
beng-b gap-inside -2.85;deva-a gap-inside -1.85;deva-a gap-last -0.41;deva-v gap-first -1.52;
deva-v gap-inside -4.54;deva-v gap-last -1.77;deva-b gap-first -2.46;deva-b gap-inside -2.94;deva-b gap-last -1.83;
ethi-a ethi-a 0.77;ethi-a ethi-e -0.3;ethi-a gap-inside -1.61;ethi-a gap-last -1.31;ethi-e ethi-e 0.41;
ethi-e gap-first -0.87;ethi-e gap-inside -0.49;ethi-e gap-last -0.17;ar-alef gap-first 0.42;
ar-alef gap-inside -1.33;ar-alef gap-last -2.46;ar-hamza gap-first -0.43;ar-hamza gap-inside 0.5;
ar-hamza gap-last -0.2;ar-b gap-first -2.41;ar-b gap-inside -4.21;ar-b gap-last -2.42;
ar-teh-marbuta gap-last -2.22;ar-t gap-first -1.35;ar-t gap-inside -3.13;ar-t gap-last -4.07;
ar-th gap-inside -2.43;ar-th gap-last -1.82;ar-j gap-inside -4.07;ar-j gap-last -2.31;ar-hh gap-first -1.23;
ar-hh gap-inside -1.1;ar-hh gap-last 0.48;ar-kh gap-last -1.86;ar-d gap-first -2.02;ar-d gap-inside -3.66;
ar-d gap-last -3.85;ar-r gap-first -2.55;ar-r gap-inside -4.2;ar-r gap-last -4.25;ar-z gap-inside -3.38;
ar-z gap-last -4.88;ar-s gap-first -3.39;ar-s gap-inside -3.75;ar-s gap-last -4.96;ar-sh gap-first -2.42;
ar-sh gap-inside -3.26;ar-sh gap-last -1.06;ar-ss gap-first -2.47;ar-tt gap-inside -2.43;ar-tt gap-last -1.81;
ar-ain gap-first 0.34;ar-ain gap-inside 0.5;ar-ain gap-last 0.2;ar-gh gap-first -2.52;ar-gh gap-inside -2.48;
ar-gh gap-last -2.91;ar-f gap-first -1.19;ar-f gap-inside -4.54;ar-f gap-last -4.2;ar-q gap-inside -2.88;
ar-q gap-last -2.15;ar-k gap-first -2.46;ar-k gap-inside -3.33;ar-k gap-last -4.06;ar-l gap-first -2.41;
ar-l gap-inside -1.92;ar-l gap-last -3.91;ar-m gap-first -3;ar-m gap-inside -2.82;ar-m gap-last -3.61;
ar-n gap-first -2.51;ar-n gap-inside -4.94;ar-n gap-last -3.91;ar-h gap-first -1.29;ar-h gap-inside -1.54;
ar-h gap-last -1.07;ar-w gap-first -2.03;ar-w gap-inside -2.36;ar-w gap-last -2.61;ar-y gap-first -0.59;
ar-y gap-inside -2.09;ar-y gap-last -3.62;ar-maqsura gap-inside -1.17;ar-maqsura gap-last -1.24;
ar-p gap-first -2.62;ar-p gap-last -1.97;ar-g gap-first -2.58;ar-g gap-inside -2.49;ar-g gap-last -1.92;
ar-madda gap-first -1.25;ar-e gap-inside -1.21;ar-e gap-last -0.75;article article 0.49;article gap-inside -2.74;
article abjad-gap-inside -1.63;
`,
};
