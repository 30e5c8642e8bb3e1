/** What was worn, by its kind: the first word names the type, the others are the same in the languages in which desks mostly write. */
const types =
  `jacket jackets coat anorak parka blouson veste manteau chaqueta abrigo giacca giubbotto jacke mantel سترة جاكيت معطف
shirt shirts blouse chemise camisa camicia hemd قميص
tshirt tshirts tee maillot camiseta maglietta top
jersey sweater sweaters pullover pull jumper hoodie sweatshirt sueter sudadera maglione felpa كنزة
trousers trouser pants pantalon pantalons pantalones pantaloni hose slacks بنطلون سروال
jeans jean denim vaqueros جينز
shorts short bermuda
dress dresses robe vestido vestito kleid abaya jilbab gown فستان عباءة
skirt skirts jupe falda gonna rock تنورة
underwear boxer boxers briefs bra slip calecon calzoncillos mutande ملابس_داخلية
socks sock chaussettes calcetines calze جوارب
shoes shoe trainers sneakers chaussure chaussures baskets zapatos zapatillas scarpe schuhe حذاء
boots boot bottes botas stivali
sandals sandal slippers sandales sandalias flipflops tongs chanclas sandali صندل
hat cap beanie hats bonnet casquette chapeau gorra gorro sombrero cappello قبعة
scarf headscarf hijab foulard echarpe bufanda sciarpa shawl turban حجاب وشاح
gloves glove gants guantes guanti
belt belts ceinture cinturon cintura حزام
lifejacket lifevest gilet
tracksuit jogging survetement chandal tuta
wetsuit swimsuit
blanket couverture manta coperta`
    .split('\n')
    .map((line) => line.split(' '));

export const clothingTypes: readonly string[] = [...types.map(([name]) => name!), 'other'];
const typeOfWord = new Map(types.flatMap((names) => names.map((word) => [word, names[0]!] as const)));

/** The kinds of clothing in a list written in words. The words themselves, with colour, brand and lettering, stay behind. */
export function clothingTypesOf(clothing: readonly string[]): string[] {
  const found = clothing.flatMap((item) => {
    const words = item
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/t-shirt/g, 'tshirt')
      .replace(/life (jacket|vest)/g, 'life$1')
      .split(/[^\p{L}]+/u);
    const kinds = words.flatMap((word) => typeOfWord.get(word) ?? []);
    return kinds.length > 0 ? kinds : ['other'];
  });
  return [...new Set(found)].sort();
}
