import type { PeopleName } from './names';

/** Where fictitious families and remains are placed: real incidents of the IOM register, by their reference. */
export interface Corridor {
  readonly route: string;
  readonly forensicDesk: string;
  /** Country where the remains lie. */
  readonly country: string;
  readonly incidents: readonly {
    readonly reference: string;
    /** ISO day. */
    readonly on: string;
    readonly latitude: number;
    readonly longitude: number;
    /** Where the people were last heard of. */
    readonly from: {
      readonly name: string;
      readonly country: string;
      readonly latitude: number;
      readonly longitude: number;
    };
  }[];
  /** Where bodies come to light, as the team words it. */
  readonly shores: readonly { readonly name: string; readonly latitude: number; readonly longitude: number }[];
  readonly recoveredFrom: 'sea' | 'shore' | 'desert' | 'vehicle';
  readonly families: readonly {
    readonly desk: string;
    readonly people: PeopleName;
    readonly nationality: string;
    readonly origin: string;
    readonly language: string;
    readonly phone: string;
    readonly reports: number;
    /** Of them, persons whose remains were found. */
    readonly found: number;
  }[];
  /** Remains of people whom nobody reported here. */
  readonly unreported: number;
}

const place = (name: string, country: string, latitude: number, longitude: number) => ({
  ...{ name, country, latitude, longitude },
});
const shore = (name: string, latitude: number, longitude: number) => ({ name, latitude, longitude });
const mbour = place('Mbour', 'SEN', 14.42, -16.97);
const sfax = place('Sfax', 'TUN', 34.74, 10.76);
const zuwara = place('Zuwara', 'LBY', 32.93, 12.08);
const izmir = place('İzmir', 'TUR', 38.42, 27.14);
const agadez = place('Agadez', 'NER', 16.97, 7.99);
const reynosa = place('Reynosa', 'MEX', 26.09, -98.28);
const teknaf = place('Teknaf', 'BGD', 20.86, 92.3);

export const corridors: readonly Corridor[] = [
  {
    route: 'Western Africa / Atlantic route to the Canary Islands',
    ...{ forensicDesk: 'DEMO-CAN', country: 'ESP', recoveredFrom: 'sea' },
    incidents: [
      { reference: '2023.MMP1261', on: '2023-11-06', latitude: 14.929, longitude: -17.415, from: mbour },
      { reference: '2024.MMP0999', on: '2024-07-22', latitude: 18, longitude: -16, from: mbour },
      { reference: '2024.MMP0914', on: '2024-07-01', latitude: 16, longitude: -16, from: mbour },
    ],
    shores: [
      shore('La Restinga, El Hierro', 27.64, -17.98),
      shore('Arguineguín, Gran Canaria', 27.76, -15.68),
      shore('Los Cristianos, Tenerife', 28.05, -16.72),
    ],
    families: [
      {
        desk: 'DEMO-SEN',
        people: 'westAfrican',
        nationality: 'SEN',
        origin: 'Mbour, Senegal',
        language: 'wo',
        phone: '+22177',
        reports: 26,
        found: 5,
      },
      {
        desk: 'DEMO-SEN',
        people: 'westAfrican',
        nationality: 'MLI',
        origin: 'Kayes, Mali',
        language: 'bm',
        phone: '+22376',
        reports: 8,
        found: 2,
      },
    ],
    unreported: 9,
  },
  {
    route: 'Central Mediterranean',
    ...{ forensicDesk: 'DEMO-LAM', country: 'ITA', recoveredFrom: 'sea' },
    incidents: [
      { reference: '2022.MMP0577', on: '2022-05-24', latitude: 34.595, longitude: 11.188, from: sfax },
      { reference: '2021.MMP0182', on: '2021-11-17', latitude: 33.204, longitude: 11.595, from: zuwara },
      { reference: '2024.MMP0477', on: '2024-06-17', latitude: 37, longitude: 18, from: zuwara },
      { reference: '2025.MMP0959', on: '2025-08-20', latitude: 33.103, longitude: 12.453, from: zuwara },
    ],
    shores: [
      shore('Cala Pisana, Lampedusa', 35.503, 12.627),
      shore('Porto Empedocle', 37.29, 13.53),
      shore('Pozzallo', 36.73, 14.85),
    ],
    families: [
      {
        desk: 'DEMO-TUN',
        people: 'tunisian',
        nationality: 'TUN',
        origin: 'Zarzis, Tunisia',
        language: 'ar',
        phone: '+21622',
        reports: 18,
        found: 4,
      },
      {
        desk: 'DEMO-HORN',
        people: 'eritrean',
        nationality: 'ERI',
        origin: 'Keren, Eritrea',
        language: 'ti',
        phone: '+2917',
        reports: 12,
        found: 3,
      },
      {
        desk: 'DEMO-ITA',
        people: 'westAfrican',
        nationality: 'GMB',
        origin: 'Serrekunda, Gambia',
        language: 'mnk',
        phone: '+2207',
        reports: 8,
        found: 2,
      },
    ],
    unreported: 13,
  },
  {
    route: 'Eastern Mediterranean',
    ...{ forensicDesk: 'DEMO-LES', country: 'GRC', recoveredFrom: 'shore' },
    incidents: [
      { reference: '2022.MMP1247', on: '2022-11-01', latitude: 37.975, longitude: 24.621, from: izmir },
      { reference: '2022.MMP0920', on: '2022-08-10', latitude: 35.037, longitude: 28.611, from: izmir },
      { reference: '2021.MMP0304', on: '2021-12-25', latitude: 37.096, longitude: 25.137, from: izmir },
    ],
    shores: [
      shore('Skala Sykamnias, Lesvos', 39.38, 26.3),
      shore('Mytilini, Lesvos', 39.1, 26.55),
      shore('Karystos, Evia', 38.01, 24.42),
    ],
    families: [
      {
        desk: 'DEMO-HORN',
        people: 'sudanese',
        nationality: 'SDN',
        origin: 'Nyala, Sudan',
        language: 'ar',
        phone: '+24991',
        reports: 9,
        found: 2,
      },
      {
        desk: 'DEMO-HORN',
        people: 'eritrean',
        nationality: 'ETH',
        origin: 'Mekelle, Ethiopia',
        language: 'am',
        phone: '+25191',
        reports: 6,
        found: 2,
      },
    ],
    unreported: 9,
  },
  {
    route: 'Sahara Desert crossing',
    ...{ forensicDesk: 'DEMO-AGZ', country: 'NER', recoveredFrom: 'desert' },
    incidents: [{ reference: '2023.MMP0802', on: '2023-05-31', latitude: 20.202, longitude: 12.983, from: agadez }],
    shores: [shore('Séguédine, north of the wells', 20.2, 12.98), shore('Dirkou, eastern track', 19.02, 12.9)],
    families: [
      {
        desk: 'DEMO-HORN',
        people: 'sudanese',
        nationality: 'SDN',
        origin: 'El Fasher, Sudan',
        language: 'ar',
        phone: '+24992',
        reports: 5,
        found: 1,
      },
      {
        desk: 'DEMO-SEN',
        people: 'westAfrican',
        nationality: 'GIN',
        origin: 'Labé, Guinea',
        language: 'ff',
        phone: '+22462',
        reports: 5,
        found: 1,
      },
    ],
    unreported: 5,
  },
  {
    route: 'US-Mexico border crossing',
    ...{ forensicDesk: 'DEMO-TEX', country: 'USA', recoveredFrom: 'desert' },
    incidents: [
      { reference: '2021.MMP00869', on: '2021-10-01', latitude: 27.247, longitude: -98.127, from: reynosa },
      { reference: '2021.MMP00870', on: '2021-08-15', latitude: 27.532, longitude: -99.431, from: reynosa },
    ],
    shores: [shore('Ranch near Falfurrias', 27.23, -98.14), shore('Ranch near Laredo', 27.53, -99.43)],
    families: [
      {
        desk: 'DEMO-HND',
        people: 'honduran',
        nationality: 'HND',
        origin: 'El Progreso, Honduras',
        language: 'es',
        phone: '+5049',
        reports: 14,
        found: 3,
      },
    ],
    unreported: 9,
  },
  {
    route: 'Bay of Bengal/Andaman Sea',
    ...{ forensicDesk: 'DEMO-ACE', country: 'IDN', recoveredFrom: 'shore' },
    incidents: [{ reference: '2025.MMP0010', on: '2025-01-05', latitude: 5.089, longitude: 98.081, from: teknaf }],
    shores: [shore('Beach of East Aceh', 5.09, 98.08)],
    families: [
      {
        desk: 'DEMO-BGD',
        people: 'bengali',
        nationality: 'BGD',
        origin: 'Teknaf, Bangladesh',
        language: 'bn',
        phone: '+88017',
        reports: 9,
        found: 2,
      },
    ],
    unreported: 4,
  },
];
