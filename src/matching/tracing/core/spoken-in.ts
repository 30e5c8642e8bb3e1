/**
 * Where languages of the migration routes are mother tongues of many: `language COUNTRY,COUNTRY`, BCP 47 base tags and ISO 3166-1
 * alpha-3. Languages of offices and schools (fr, en, pt, es) point to too many countries to be a hint and are left out, Spanish of the
 * Americas excepted. Source: CLDR 46, territory-language data, populations above a tenth of the country or a million people.
 */
const rows =
  'aa DJI,ERI,ETH;am ETH;ar DZA,EGY,IRQ,LBY,MAR,PSE,SDN,SYR,TUN,YEM;az AZE,IRN;bm MLI;bn BGD,IND;ckb IRQ,IRN;dyu BFA,CIV;ee GHA,TGO;' +
  'fa IRN,AFG;ff GIN,SEN,MLI,CMR,NGA;fuf GIN;ha NGA,NER;ht HTI;hy ARM;ig NGA;ka GEO;ki KEN;kmr TUR,SYR,IRQ;kr NGA,NER,TCD;ku TUR,IRQ,SYR,IRN;' +
  'ln COD,COG;lua COD;man GMB,SEN,GIN;mnk GMB,SEN,GIN;mos BFA;my MMR;ne NPL;om ETH;pa PAK,IND;prs AFG;ps AFG,PAK;qu PER,BOL,ECU;quc GTM;' +
  'rhg MMR,BGD;rn BDI;ro MDA,ROU;ru RUS;rw RWA;sd PAK;si LKA;snk MLI,SEN,MRT;so SOM,ETH,KEN,DJI;sq ALB,XKX;srr SEN;sus GIN;sw TZA,KEN,COD;' +
  'ta LKA,IND;tg TJK;ti ERI,ETH;tig ERI;tk TKM;tr TUR;tw GHA;ug CHN;uk UKR;ur PAK;uz UZB,AFG;vi VNM;wo SEN,GMB;yo NGA,BEN;zgh MAR';

export const spokenIn: ReadonlyMap<string, readonly string[]> = new Map(
  rows.split(';').map((row) => {
    const [language = '', countries = ''] = row.split(' ');
    return [language, countries.split(',')];
  }),
);
