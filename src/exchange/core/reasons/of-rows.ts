import type { ReasonTexts } from './reason-text';

/** Faults between the cells of a row, or between rows. */
export const reasonsOfRows = {
  'exchange.reference-twice': {
    en: 'The same reference stands on line {line} already.',
    fr: 'La même référence figure déjà à la ligne {line}.',
    es: 'La misma referencia ya está en la línea {line}.',
    ar: 'المرجع نفسه موجود في السطر {line}.',
  },
  'exchange.born-after-contact': {
    en: 'The person would have been born after the last contact.',
    fr: 'La personne serait née après le dernier contact.',
    es: 'La persona habría nacido después del último contacto.',
    ar: 'يكون الشخص بذلك مولودًا بعد آخر اتصال.',
  },
  'exchange.height-weight-swapped': {
    en: 'Height and weight seem swapped.',
    fr: 'Taille et poids semblent inversés.',
    es: 'La estatura y el peso parecen intercambiados.',
    ar: 'يبدو أن الطول والوزن متبادلان.',
  },
  'exchange.person-twice': {
    en: 'This person stands on line {line} already.',
    fr: 'Cette personne figure déjà à la ligne {line}.',
    es: 'Esta persona ya está en la línea {line}.',
    ar: 'هذا الشخص موجود في السطر {line}.',
  },
  'exchange.parent-unknown': {
    en: 'The parent has no row of their own in this report. Add a row, or leave the cell empty.',
    fr: 'Ce parent n’a pas de ligne dans ce signalement. Ajoutez une ligne ou laissez la cellule vide.',
    es: 'El progenitor no tiene fila propia en este informe. Añada una fila o deje la celda vacía.',
    ar: 'ليس لهذا الوالد صف خاص به في هذا البلاغ. أضف صفًا أو اترك الخلية فارغة.',
  },
  'exchange.parents-same': {
    en: 'Father and mother are the same person.',
    fr: 'Le père et la mère sont la même personne.',
    es: 'El padre y la madre son la misma persona.',
    ar: 'الأب والأم هما الشخص نفسه.',
  },
  'exchange.parent-sex': {
    en: 'The sex of this parent contradicts their place as father or mother.',
    fr: 'Le sexe de ce parent contredit sa place de père ou de mère.',
    es: 'El sexo de este progenitor contradice su lugar de padre o madre.',
    ar: 'جنس هذا الوالد يناقض مكانه كأب أو أم.',
  },
  'exchange.pedigree-loop': {
    en: 'The person would be their own ancestor.',
    fr: 'La personne serait son propre ancêtre.',
    es: 'La persona sería su propio antepasado.',
    ar: 'يكون الشخص بذلك من أسلاف نفسه.',
  },
  'exchange.missing-person-none': {
    en: 'No person of this report is marked as the missing person.',
    fr: 'Aucune personne de ce signalement n’est indiquée comme la personne disparue.',
    es: 'Ninguna persona de este informe está señalada como la persona desaparecida.',
    ar: 'لم يُحدَّد في هذا البلاغ من هو الشخص المفقود.',
  },
  'exchange.missing-person-several': {
    en: 'Another person of this report is the missing person already (line {line}). A report is about one person.',
    fr: 'Une autre personne de ce signalement est déjà la personne disparue (ligne {line}). Un signalement concerne une seule personne.',
    es: 'Otra persona de este informe ya es la persona desaparecida (línea {line}). Un informe trata de una sola persona.',
    ar: 'حُدِّد شخص آخر في هذا البلاغ على أنه المفقود (السطر {line}). البلاغ يخص شخصًا واحدًا.',
  },
  'exchange.pedigree-refused': {
    en: 'Another row of the same report was refused, and a pedigree is stored whole or not at all.',
    fr: 'Une autre ligne du même signalement a été refusée ; une généalogie est enregistrée en entier ou pas du tout.',
    es: 'Se rechazó otra fila del mismo informe; una genealogía se guarda completa o no se guarda.',
    ar: 'رُفض صف آخر من البلاغ نفسه، وشجرة النسب تُحفظ كاملة أو لا تُحفظ.',
  },
  'exchange.subject-not-understood': {
    en: 'Write remains:REFERENCE, relative:REPORT/PERSON or direct:REPORT.',
    fr: 'Écrivez remains:RÉFÉRENCE, relative:SIGNALEMENT/PERSONNE ou direct:SIGNALEMENT.',
    es: 'Escriba remains:REFERENCIA, relative:INFORME/PERSONA o direct:INFORME.',
    ar: 'اكتب remains:REFERENCE أو relative:REPORT/PERSON أو direct:REPORT.',
  },
  'exchange.marker-unknown': {
    en: 'No such DNA marker.',
    fr: 'Marqueur ADN inconnu.',
    es: 'Marcador de ADN desconocido.',
    ar: 'واسم DNA غير معروف.',
  },
  'exchange.marker-lineage': {
    en: 'This marker does not belong to the lineage given; it is {expected}.',
    fr: 'Ce marqueur n’appartient pas à la lignée indiquée ; il est {expected}.',
    es: 'Este marcador no pertenece al linaje indicado; es {expected}.',
    ar: 'هذا الواسم لا ينتمي إلى السلالة المذكورة؛ إنه {expected}.',
  },
  'exchange.allele-not-understood': {
    en: 'The allele is not understood. Write 12, 9.3, X, Y, or for mitochondrial DNA A263G.',
    fr: 'L’allèle n’est pas compris. Écrivez 12, 9.3, X, Y, ou pour l’ADN mitochondrial A263G.',
    es: 'No se entiende el alelo. Escriba 12, 9.3, X, Y, o para ADN mitocondrial A263G.',
    ar: 'الأليل غير مفهوم. اكتب 12 أو 9.3 أو X أو Y، وللـDNA الميتوكوندري A263G.',
  },
  'exchange.alleles-too-many': {
    en: 'More than two alleles at one marker: a mixture of persons is not stored as a profile.',
    fr: 'Plus de deux allèles à un marqueur : un mélange de personnes n’est pas enregistré comme profil.',
    es: 'Más de dos alelos en un marcador: una mezcla de personas no se guarda como perfil.',
    ar: 'أكثر من أليلين في واسم واحد: لا يُحفظ خليط أشخاص كملف وراثي.',
  },
  'exchange.marker-contradicted': {
    en: 'Line {line} gives other alleles for the same marker of the same sample.',
    fr: 'La ligne {line} donne d’autres allèles pour le même marqueur du même échantillon.',
    es: 'La línea {line} da otros alelos para el mismo marcador de la misma muestra.',
    ar: 'يعطي السطر {line} أليلات أخرى للواسم نفسه من العينة نفسها.',
  },
  'exchange.count-not-understood': {
    en: 'A whole number is wanted here.',
    fr: 'Un nombre entier est attendu ici.',
    es: 'Aquí se espera un número entero.',
    ar: 'المطلوب هنا عدد صحيح.',
  },
  'exchange.coordinates-not-understood': {
    en: 'The coordinates are not understood. Write “latitude, longitude” or POINT (longitude latitude).',
    fr: 'Les coordonnées ne sont pas comprises. Écrivez « latitude, longitude » ou POINT (longitude latitude).',
    es: 'No se entienden las coordenadas. Escriba «latitud, longitud» o POINT (longitud latitud).',
    ar: 'الإحداثيات غير مفهومة. اكتب «خط العرض، خط الطول» أو POINT (خط الطول خط العرض).',
  },
  'exchange.xml-not-understood': {
    en: 'The XML cannot be read: it is cut short, malformed or declares a document type.',
    fr: 'Le XML est illisible : il est tronqué, mal formé ou déclare un type de document.',
    es: 'No se puede leer el XML: está cortado, mal formado o declara un tipo de documento.',
    ar: 'تتعذر قراءة XML: إنه مقطوع أو سيئ التكوين أو يعلن نوع مستند.',
  },
  'exchange.format-not-understood': {
    en: 'The file is not {expected}.',
    fr: 'Le fichier n’est pas {expected}.',
    es: 'El archivo no es {expected}.',
    ar: 'الملف ليس {expected}.',
  },
} as const satisfies ReasonTexts;
