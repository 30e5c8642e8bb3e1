/** An element of a small XML file, by its local name; attributes are not needed by what is read here. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly children: XmlElement[];
  text: string;
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|[^<]+|</gy;
const maximumDepth = 40;

/**
 * Reads well-formed XML, strictly: no document type, so no entities but the five of the language; null for anything else. It opens
 * no file and asks no network, whatever the text says.
 */
export function readXml(text: string): XmlElement | null {
  const top: XmlElement = { name: '', line: 1, children: [], text: '' };
  const open = [top];
  let line = 1;
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [whole, cdata, closed, opened, empty] = found;
    const current = open.at(-1);
    if (!current || whole === '<') return null;
    if (closed !== undefined) {
      if (open.length === 1 || current.name !== local(closed)) return null;
      open.pop();
    } else if (opened !== undefined) {
      if (open.length === 1 && top.children.length > 0) return null;
      const element = { name: local(opened), line, children: [], text: '' };
      current.children.push(element);
      if (empty === '') open.push(element);
      if (open.length > maximumDepth) return null;
    } else if (cdata !== undefined) current.text += cdata;
    else if (!whole.startsWith('<')) {
      const plain = withoutEntities(whole);
      if (plain === null || (current === top && plain.trim() !== '' && plain.trim() !== '\ufeff')) return null;
      current.text += plain;
    }
    for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) line++;
  }
  return open.length === 1 && top.children.length === 1 ? (top.children[0] ?? null) : null;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let isRight = true;
  const plain = text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,10}));|&/g,
    (_, decimal?: string, hexadecimal?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : null;
      const character =
        code === null ? entities[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
      if (character === undefined) isRight = false;
      return character ?? '';
    },
  );
  return isRight ? plain : null;
}

/** The texts of all children of a name. */
export const textsOf = (element: XmlElement, name: string): string[] =>
  element.children.filter((child) => child.name === name).map((child) => child.text.trim());
