import type { ReasonTexts } from './reason-text';

/** Faults of the file or of the shape of a row, before any cell is read. */
export const reasonsOfTheFile = {
  'exchange.file-empty': {
    en: 'The file holds no rows.',
    fr: 'Le fichier ne contient aucune ligne.',
    es: 'El archivo no contiene ninguna fila.',
    ar: 'لا يحتوي الملف على أي صف.',
  },
  'exchange.file-not-a-table': {
    en: 'This is neither CSV text nor an XLSX workbook.',
    fr: 'Ce n’est ni un texte CSV ni un classeur XLSX.',
    es: 'No es un texto CSV ni un libro XLSX.',
    ar: 'هذا الملف ليس نص CSV ولا مصنف XLSX.',
  },
  'exchange.workbook-old': {
    en: 'This is an old Excel workbook (.xls). Save it as .xlsx or as CSV UTF-8.',
    fr: 'C’est un ancien classeur Excel (.xls). Enregistrez-le en .xlsx ou en CSV UTF-8.',
    es: 'Es un libro de Excel antiguo (.xls). Guárdelo como .xlsx o como CSV UTF-8.',
    ar: 'هذا مصنف Excel قديم (‎.xls). احفظه بصيغة ‎.xlsx أو CSV UTF-8.',
  },
  'exchange.workbook-damaged': {
    en: 'The workbook cannot be read: it is damaged, cut short or protected by a password.',
    fr: 'Le classeur est illisible : il est endommagé, tronqué ou protégé par un mot de passe.',
    es: 'No se puede leer el libro: está dañado, cortado o protegido con contraseña.',
    ar: 'تتعذر قراءة المصنف: إنه تالف أو مقطوع أو محمي بكلمة مرور.',
  },
  'exchange.workbook-too-large': {
    en: 'Unpacked, the workbook is larger than {maximum} MB. Save it as CSV or split it.',
    fr: 'Décompressé, le classeur dépasse {maximum} Mo. Enregistrez-le en CSV ou divisez-le.',
    es: 'Descomprimido, el libro supera {maximum} MB. Guárdelo como CSV o divídalo.',
    ar: 'حجم المصنف بعد فك الضغط أكبر من {maximum} ميغابايت. احفظه بصيغة CSV أو قسّمه.',
  },
  'exchange.sheet-not-read': {
    en: 'Only the first sheet is read. This sheet holds rows too: put it in a file of its own.',
    fr: 'Seule la première feuille est lue. Cette feuille contient aussi des lignes : placez-la dans un autre fichier.',
    es: 'Solo se lee la primera hoja. Esta hoja también contiene filas: póngala en otro archivo.',
    ar: 'تُقرأ الورقة الأولى فقط. تحتوي هذه الورقة أيضًا على صفوف: ضعها في ملف مستقل.',
  },
  'exchange.encoding-utf16': {
    en: 'The file is UTF-16. Save it as CSV UTF-8.',
    fr: 'Le fichier est en UTF-16. Enregistrez-le en CSV UTF-8.',
    es: 'El archivo está en UTF-16. Guárdelo como CSV UTF-8.',
    ar: 'ترميز الملف UTF-16. احفظه بصيغة CSV UTF-8.',
  },
  'exchange.encoding-not-utf8': {
    en: 'Some letters here are not UTF-8 (an older encoding such as Windows-1252 or Windows-1256?). Save the file as CSV UTF-8.',
    fr: 'Certaines lettres ne sont pas en UTF-8 (un ancien codage comme Windows-1252 ou Windows-1256 ?). Enregistrez le fichier en CSV UTF-8.',
    es: 'Algunas letras no están en UTF-8 (¿una codificación antigua como Windows-1252 o Windows-1256?). Guarde el archivo como CSV UTF-8.',
    ar: 'بعض الحروف هنا ليست بترميز UTF-8 (ربما ترميز أقدم مثل Windows-1252 أو Windows-1256). احفظ الملف بصيغة CSV UTF-8.',
  },
  'exchange.column-twice': {
    en: 'The column “{name}” stands twice in the header.',
    fr: 'La colonne « {name} » figure deux fois dans l’en-tête.',
    es: 'La columna «{name}» aparece dos veces en el encabezado.',
    ar: 'العمود «{name}» مكرر في صف العناوين.',
  },
  'exchange.column-unknown': {
    en: 'There is no column “{name}” in this kind of file. Correct its name, or ask for unknown columns to be ignored.',
    fr: 'La colonne « {name} » n’existe pas dans ce type de fichier. Corrigez son nom, ou demandez d’ignorer les colonnes inconnues.',
    es: 'No existe la columna «{name}» en este tipo de archivo. Corrija su nombre o pida que se ignoren las columnas desconocidas.',
    ar: 'لا يوجد عمود باسم «{name}» في هذا النوع من الملفات. صحّح اسمه أو اطلب تجاهل الأعمدة غير المعروفة.',
  },
  'exchange.column-missing': {
    en: 'The column “{name}” is obligatory and is not in the header.',
    fr: 'La colonne « {name} » est obligatoire et manque dans l’en-tête.',
    es: 'La columna «{name}» es obligatoria y falta en el encabezado.',
    ar: 'العمود «{name}» إلزامي وغير موجود في صف العناوين.',
  },
  'exchange.quote-not-closed': {
    en: 'A quotation mark opens on this line and never closes: the file is cut short, or a mark is missing.',
    fr: 'Un guillemet s’ouvre sur cette ligne et ne se ferme jamais : le fichier est tronqué, ou un guillemet manque.',
    es: 'Una comilla se abre en esta línea y nunca se cierra: el archivo está cortado o falta una comilla.',
    ar: 'علامة اقتباس تُفتح في هذا السطر ولا تُغلق: الملف مقطوع أو تنقصه علامة.',
  },
  'exchange.quote-misplaced': {
    en: 'Text follows a closing quotation mark. Write a quotation mark inside a quoted cell twice.',
    fr: 'Du texte suit un guillemet fermant. Dans une cellule entre guillemets, doublez chaque guillemet.',
    es: 'Hay texto después de una comilla de cierre. Dentro de una celda entrecomillada, escriba la comilla dos veces.',
    ar: 'يوجد نص بعد علامة اقتباس مغلقة. اكتب علامة الاقتباس مرتين داخل خلية مقتبسة.',
  },
  'exchange.cells-too-few': {
    en: 'The row has {found} cells, the header {expected}: the file may be cut short.',
    fr: 'La ligne a {found} cellules, l’en-tête {expected} : le fichier est peut-être tronqué.',
    es: 'La fila tiene {found} celdas y el encabezado {expected}: el archivo puede estar cortado.',
    ar: 'عدد خلايا الصف {found} وعدد العناوين {expected}: ربما كان الملف مقطوعًا.',
  },
  'exchange.cells-too-many': {
    en: 'The row has {found} cells, the header {expected}: put a cell that holds the separator in quotation marks.',
    fr: 'La ligne a {found} cellules, l’en-tête {expected} : mettez entre guillemets une cellule qui contient le séparateur.',
    es: 'La fila tiene {found} celdas y el encabezado {expected}: ponga entre comillas la celda que contiene el separador.',
    ar: 'عدد خلايا الصف {found} وعدد العناوين {expected}: ضع الخلية التي تحتوي على الفاصل بين علامتي اقتباس.',
  },
  'exchange.cell-too-long': {
    en: 'The cell is longer than {maximum} characters.',
    fr: 'La cellule dépasse {maximum} caractères.',
    es: 'La celda supera {maximum} caracteres.',
    ar: 'الخلية أطول من {maximum} حرفًا.',
  },
  'exchange.control-character': {
    en: 'The cell holds characters that are not text (a zero byte, for instance).',
    fr: 'La cellule contient des caractères qui ne sont pas du texte (un octet nul, par exemple).',
    es: 'La celda contiene caracteres que no son texto (un byte nulo, por ejemplo).',
    ar: 'تحتوي الخلية على رموز ليست نصًا (بايت صفري مثلًا).',
  },
  'exchange.formula': {
    en: 'The cell holds a formula. Put its value in its place.',
    fr: 'La cellule contient une formule. Remplacez-la par sa valeur.',
    es: 'La celda contiene una fórmula. Sustitúyala por su valor.',
    ar: 'تحتوي الخلية على صيغة حسابية. ضع قيمتها مكانها.',
  },
  'exchange.cell-error': {
    en: 'The cell shows an error of the spreadsheet.',
    fr: 'La cellule affiche une erreur du tableur.',
    es: 'La celda muestra un error de la hoja de cálculo.',
    ar: 'تعرض الخلية خطأ من برنامج الجداول.',
  },
} as const satisfies ReasonTexts;
