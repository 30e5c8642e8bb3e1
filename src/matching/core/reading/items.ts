import { plainWords, wordCode } from './words';

/**
 * A thing worn or carried, as a number. Below 4096: type x 16 + colour, from the lists here, 0 for no colour. From 4096 up: the code
 * of a word that is in no list, a brand or an inscription say.
 */
export type Item = number;
export const FIRST_WORD = 4096;
export const itemType = (item: Item): number => Math.floor(item / 16);
export const itemColour = (item: Item): number => item % 16;

/** Words for one type, in the languages in which desks mostly write. The first is its name. */
const types = `jacket coat veste chaqueta blouson jaket anorak parka windbreaker
shirt chemise camisa blouse
tshirt tee tshirts camiseta maillot top jersey
sweater pullover pull jumper sweatshirt hoodie sueter sudadera
trousers pants pantalon pantalones trouser slacks
jeans jean denim vaqueros
shorts short bermuda
dress robe vestido abaya jilbab gown
skirt jupe falda
underwear boxer boxers slip bra calzoncillos calecon
socks chaussettes calcetines sock
shoes chaussures zapatos shoe trainers sneakers baskets zapatillas
boots bottes botas boot
sandals sandales sandalias slippers flipflops flip tongs chanclas
cap casquette gorra hat chapeau sombrero beanie bonnet
scarf foulard bufanda headscarf hijab shawl echarpe
gloves gants guantes
belt ceinture cinturon
lifejacket lifevest gilet
tracksuit jogging survetement chandal
ring bague anillo wedding alliance
necklace collier collar chain chaine cadena
bracelet pulsera bangle
earring earrings boucle pendientes arete aretes
watch montre reloj wristwatch
glasses lunettes gafas spectacles sunglasses
phone telephone telefono smartphone mobile cellphone
charger powerbank cable
wallet portefeuille cartera billetera purse
bag sac bolso rucksack backpack mochila handbag
photo photograph photos foto picture
quran koran bible prayer book coran biblia
rosary cross crucifix croix cruz chapelet misbaha beads
amulet gris talisman charm pendant medallion locket amuleto
key keys cle cles llave llaves
money cash euros dinars dollars banknotes dinero argent
simcard sim
notebook diary paper papers letter cahier cuaderno
medicine pills inhaler medicament medicina
toy doll jouet juguete
comb perfume toothbrush peigne
lighter cigarettes briquet encendedor
knife couteau cuchillo
headphones earphones ecouteurs audifonos`
  .split('\n')
  .map((line) => line.split(' '));

export const itemTypes: readonly string[] = types.map(([name]) => name ?? '');
const typeOfWord = new Map(types.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])));

const colours = `black noir noire negro negra
white blanc blanche blanco blanca
grey gray gris grise
blue bleu bleue azul navy turquoise
red rouge rojo roja burgundy maroon
green vert verte verde khaki olive
yellow jaune amarillo amarilla
orange
brown marron beige brun brune cafe tan
pink rose rosa purple violet morado
gold golden or dore oro
silver argente plata metal steel
striped multicoloured multicolored checked camouflage patterned`
  .split('\n')
  .map((line) => line.split(' '));
export const itemColours: readonly string[] = colours.map(([name]) => name ?? '');
const colourOfWord = new Map(
  colours.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
);

const idle = new Set([
  'brand',
  'size',
  'colour',
  'color',
  'light',
  'dark',
  'small',
  'large',
  'new',
  'old',
  'pair',
  'type',
  'made',
  'sleeve',
  'sleeves',
  'sleeved',
  'hand',
  'neck',
  'leather',
  'cotton',
  'wool',
]);

/** Items of one record that are compared. */
export const MAX_ITEMS = 40;

export function itemsOf(descriptions: readonly string[]): Item[] {
  const items = new Set<Item>();
  for (const description of descriptions) {
    if (items.size >= MAX_ITEMS) break;
    const words = plainWords(
      description
        .replace(/t-?shirts?\b/gi, 'tshirt')
        .replace(/life[ -](jacket|vest)/gi, 'lifejacket')
        .replace(/sim card/gi, 'simcard'),
    );
    const singular = (word: string): string => (typeOfWord.has(word) || !word.endsWith('s') ? word : word.slice(0, -1));
    const type = words.map((word) => typeOfWord.get(singular(word)) ?? 0).find((index) => index > 0) ?? 0;
    const colour = words.map((word) => colourOfWord.get(word) ?? 0).find((index) => index > 0) ?? 0;
    if (type > 0) items.add(type * 16 + colour);
    for (const word of words) {
      if (typeOfWord.has(singular(word)) || colourOfWord.has(word) || idle.has(word) || word.length < 2) continue;
      items.add(FIRST_WORD + (wordCode(word) % 0x7ffff000));
    }
  }
  return [...items].slice(0, MAX_ITEMS).sort((a, b) => a - b);
}
