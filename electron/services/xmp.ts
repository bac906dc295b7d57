import { XmlElement, parseXml } from '@rgrove/parse-xml';

/** The fields of XMP that Galley reads, empty where they are not there. */
export interface XmpFields {
  headline: string[];
  caption: string[];
  alt: string[];
  creators: string[];
  credit: string[];
  copyright: string[];
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const DC = 'http://purl.org/dc/elements/1.1/';
const PHOTOSHOP = 'http://ns.adobe.com/photoshop/1.0/';
const IPTC_CORE = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/';

/** More than any program writes about one picture; the rest would be history of its editing. */
const MAX_BYTES = 512 * 1024;
const MAX_DEPTH = 32;

/**
 * Reads what XMP says about a picture; of a text in several languages the default one. Never
 * throws: what is no XMP says nothing.
 */
export function readXmp(packet: Uint8Array): XmpFields {
  const root = parse(packet);
  const values = (namespace: string, name: string) =>
    root === undefined ? [] : valuesOf(root, namespace, name);
  return {
    headline: values(PHOTOSHOP, 'Headline'),
    caption: values(DC, 'description'),
    alt: values(IPTC_CORE, 'AltTextAccessibility'),
    creators: values(DC, 'creator'),
    credit: values(PHOTOSHOP, 'Credit'),
    copyright: values(DC, 'rights'),
  };
}

function parse(packet: Uint8Array): XmlElement | undefined {
  if (packet.length > MAX_BYTES) return undefined;
  const text = new TextDecoder().decode(packet).replace(/^[\s\0]+|[\s\0]+$/gu, '');
  try {
    return parseXml(text).root ?? undefined;
  } catch {
    return undefined;
  }
}

/** A property is an attribute of a description, or an element in one: plain, a row, or languages. */
function valuesOf(root: XmlElement, namespace: string, name: string): string[] {
  for (const description of all(root, RDF, 'Description')) {
    for (const [key, value] of Object.entries(description.attributes)) {
      if (isNamed(description, key, namespace, name)) return [value];
    }
    const property = childrenOf(description).find((one) => isNamed(one, one.name, namespace, name));
    if (property === undefined) continue;
    const items = all(property, RDF, 'li');
    if (items.length === 0) return [property.text];
    const isChoice = all(property, RDF, 'Alt').length > 0;
    if (!isChoice) return items.map(({ text }) => text);
    const chosen = items.find(({ attributes }) => attributes['xml:lang'] === 'x-default');
    return [(chosen ?? items[0])?.text ?? ''];
  }
  return [];
}

function all(element: XmlElement, namespace: string, name: string, depth = 0): XmlElement[] {
  if (depth > MAX_DEPTH) return [];
  const inside = childrenOf(element).flatMap((child) => all(child, namespace, name, depth + 1));
  return isNamed(element, element.name, namespace, name) ? [element, ...inside] : inside;
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** Compares by what a prefix stands for at this place: any program may choose its own. */
function isNamed(at: XmlElement, key: string, namespace: string, name: string): boolean {
  const [prefix = '', local] = key.split(':');
  if (local !== name) return false;
  for (let scope: unknown = at; scope instanceof XmlElement; scope = scope.parent) {
    const meant = scope.attributes[`xmlns:${prefix}`];
    if (meant !== undefined) return meant === namespace;
  }
  return false;
}
