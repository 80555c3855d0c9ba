/** What both formats can say. */
export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/** How the standard calls one of a list. */
const itemNames: Record<string, string> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/** The same content as XML 1.0. Characters that XML cannot hold are left out. Source: GeoReport v2. */
export function toXml(root: string, value: Plain): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(root, value)}\n`;
}

function elementOf(name: string, value: Plain): string {
  if (value === null || value === '') return `<${name}/>`;
  if (Array.isArray(value)) {
    const item = itemNames[name] ?? 'item';
    return `<${name}>${value.map((one) => elementOf(item, one)).join('')}</${name}>`;
  }
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, one]) => elementOf(key, one));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escapeText(String(value))}</${name}>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\r]/g, (sign) => entities[sign] ?? '');
}
