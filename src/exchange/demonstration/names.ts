/** A name as Latin letters write it, and in the script of the people where that is another. */
export type WrittenName = readonly [latin: string, native: string | null];

/** Common names of a people. Put together by chance, they are nobody's. */
export interface NamePool {
  readonly male: readonly WrittenName[];
  readonly female: readonly WrittenName[];
  readonly family: readonly WrittenName[];
}

const latin = (...names: string[]): WrittenName[] => names.map((name) => [name, null]);

export const namePools = {
  westAfrican: {
    male: latin(
      'Moussa',
      'Amadou',
      'Ibrahima',
      'Ousmane',
      'Cheikh',
      'Mamadou',
      'Abdoulaye',
      'Modou',
      'Lamine',
      'Seydou',
    ),
    female: latin('Awa', 'Fatou', 'Aminata', 'Mariama', 'Khady', 'Ndeye', 'Aissatou', 'Coumba'),
    family: latin(
      'Diallo',
      'Ndiaye',
      'Sow',
      'Ba',
      'Sarr',
      'Faye',
      'Diop',
      'Traoré',
      'Cissé',
      'Camara',
      'Gueye',
      'Sanogo',
    ),
  },
  tunisian: {
    male: [
      ...([
        ['Mohamed', 'محمد'],
        ['Aymen', 'أيمن'],
        ['Walid', 'وليد'],
        ['Hichem', 'هشام'],
      ] as const),
      ...([
        ['Bilel', 'بلال'],
        ['Sami', 'سامي'],
        ['Anis', 'أنيس'],
        ['Karim', 'كريم'],
      ] as const),
    ],
    female: [
      ['Amira', 'أميرة'],
      ['Sana', 'سناء'],
      ['Ines', 'إيناس'],
      ['Rim', 'ريم'],
    ],
    family: [
      ...([
        ['Trabelsi', 'الطرابلسي'],
        ['Ben Ali', 'بن علي'],
        ['Jaziri', 'الجزيري'],
        ['Mansouri', 'المنصوري'],
      ] as const),
      ...([
        ['Gharbi', 'الغربي'],
        ['Chebbi', 'الشابي'],
        ['Hamdi', 'الحمدي'],
        ['Zouari', 'الزواري'],
      ] as const),
    ],
  },
  eritrean: {
    male: [
      ...([
        ['Tesfay', 'ተስፋይ'],
        ['Yonas', 'ዮናስ'],
        ['Filmon', 'ፊልሞን'],
        ['Merhawi', 'መርሃዊ'],
      ] as const),
      ...([
        ['Haile', 'ሃይለ'],
        ['Samuel', 'ሳሙኤል'],
        ['Dawit', 'ዳዊት'],
        ['Robel', 'ሮቤል'],
      ] as const),
    ],
    female: [
      ['Selam', 'ሰላም'],
      ['Rahwa', 'ራህዋ'],
      ['Helen', 'ሄለን'],
      ['Saba', 'ሳባ'],
      ['Feven', 'ፌቨን'],
    ],
    family: [
      ...([
        ['Gebremedhin', 'ገብረመድህን'],
        ['Tekle', 'ተክለ'],
        ['Kidane', 'ኪዳነ'],
        ['Woldu', 'ወልዱ'],
      ] as const),
      ...([
        ['Haile', 'ሃይለ'],
        ['Berhane', 'ብርሃነ'],
        ['Abraha', 'ኣብርሃ'],
        ['Tesfamariam', 'ተስፋማርያም'],
      ] as const),
    ],
  },
  sudanese: {
    male: [
      ['Ahmed', 'أحمد'],
      ['Osman', 'عثمان'],
      ['Mustafa', 'مصطفى'],
      ['Adam', 'آدم'],
      ['Yasir', 'ياسر'],
      ['Idris', 'إدريس'],
    ],
    female: [
      ['Amna', 'آمنة'],
      ['Hawa', 'حواء'],
      ['Fatima', 'فاطمة'],
      ['Zeinab', 'زينب'],
    ],
    family: [
      ['Abdallah', 'عبد الله'],
      ['Ishaq', 'إسحاق'],
      ['Haroun', 'هارون'],
      ['Bashir', 'بشير'],
      ['Yahya', 'يحيى'],
    ],
  },
  honduran: {
    male: latin('José', 'Carlos', 'Luis', 'Wilmer', 'Denis', 'Óscar', 'Marvin', 'Edwin'),
    female: latin('María', 'Yessenia', 'Karla', 'Rosa', 'Dilcia'),
    family: latin('Hernández', 'Mejía', 'Zelaya', 'Cruz', 'Orellana', 'Pineda', 'Lobo', 'Rivera'),
  },
  bengali: {
    male: [
      ['Rahim', 'রহিম'],
      ['Karim', 'করিম'],
      ['Abdul', 'আব্দুল'],
      ['Jamal', 'জামাল'],
      ['Shafiq', 'শফিক'],
    ],
    female: [
      ['Ayesha', 'আয়েশা'],
      ['Nasima', 'নাসিমা'],
      ['Rokeya', 'রোকেয়া'],
      ['Salma', 'সালমা'],
    ],
    family: [
      ['Uddin', 'উদ্দিন'],
      ['Hossain', 'হোসেন'],
      ['Begum', 'বেগম'],
      ['Miah', 'মিয়া'],
      ['Alam', 'আলম'],
    ],
  },
} as const satisfies Record<string, NamePool>;
export type PeopleName = keyof typeof namePools;
