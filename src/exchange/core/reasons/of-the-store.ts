import type { ReasonTexts } from './reason-text';

/** Faults that only the stored records can show. */
export const reasonsOfTheStore = {
  'exchange.report-unknown': {
    en: 'No report of this reference is open to you. Import the family reports first, or write DESK/REFERENCE.',
    fr: 'Aucun signalement de cette référence ne vous est ouvert. Importez d’abord les signalements, ou écrivez POINT/RÉFÉRENCE.',
    es: 'Ningún informe con esta referencia está a su alcance. Importe primero los informes, o escriba PUNTO/REFERENCIA.',
    ar: 'لا يوجد بلاغ متاح لك بهذا المرجع. استورد البلاغات أولًا، أو اكتب DESK/REFERENCE.',
  },
  'exchange.remains-unknown': {
    en: 'No remains of this reference are open to you. Import the remains first, or write DESK/REFERENCE.',
    fr: 'Aucune dépouille de cette référence ne vous est ouverte. Importez d’abord les dépouilles, ou écrivez POINT/RÉFÉRENCE.',
    es: 'Ningunos restos con esta referencia están a su alcance. Importe primero los restos, o escriba PUNTO/REFERENCIA.',
    ar: 'لا توجد رفات متاحة لك بهذا المرجع. استورد الرفات أولًا، أو اكتب DESK/REFERENCE.',
  },
  'exchange.relative-unknown': {
    en: 'The family tree of this report has no such person. Import the relatives first.',
    fr: 'L’arbre de famille de ce signalement ne contient pas cette personne. Importez d’abord les proches.',
    es: 'El árbol familiar de este informe no contiene a esta persona. Importe primero los parientes.',
    ar: 'لا يوجد هذا الشخص في شجرة عائلة البلاغ. استورد الأقارب أولًا.',
  },
  'exchange.report-withdrawn': {
    en: 'The family withdrew this report; nothing is added to it.',
    fr: 'La famille a retiré ce signalement ; rien n’y est ajouté.',
    es: 'La familia retiró este informe; no se le añade nada.',
    ar: 'سحبت العائلة هذا البلاغ، ولا يُضاف إليه شيء.',
  },
  'exchange.label-taken': {
    en: 'The label of a sample belongs to other remains of this desk.',
    fr: 'L’étiquette d’un échantillon appartient à d’autres dépouilles de ce point.',
    es: 'La etiqueta de una muestra pertenece a otros restos de este punto.',
    ar: 'ملصق إحدى العينات يخص رفاتًا أخرى لدى هذا المكتب.',
  },
  'exchange.import-too-large': {
    en: 'More than {maximum} records cannot be stored as one. Split the file, or let the good rows be stored.',
    fr: 'Plus de {maximum} fiches ne peuvent être enregistrées en bloc. Divisez le fichier, ou acceptez les bonnes lignes.',
    es: 'Más de {maximum} registros no pueden guardarse en bloque. Divida el archivo o acepte las filas correctas.',
    ar: 'لا يمكن حفظ أكثر من {maximum} سجل دفعة واحدة. قسّم الملف أو اقبل حفظ الصفوف السليمة.',
  },
  'exchange.not-stored': {
    en: 'The record refuses this row ({rule}).',
    fr: 'La fiche refuse cette ligne ({rule}).',
    es: 'El registro rechaza esta fila ({rule}).',
    ar: 'يرفض السجل هذا الصف ({rule}).',
  },
} as const satisfies ReasonTexts;
