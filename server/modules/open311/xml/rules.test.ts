import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { toXml } from './rules.ts';

/** Texts of every element, as a parser of XML reads them. Throws when it is not well formed. */
function textsIn(xml: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => void (text.trim() !== '' && texts.push(text)));
  parser.write(xml).close();
  return texts;
}

test('GeoReport v2: lists are wrapped and their items called as the standard calls them', () => {
  const xml = toXml('services', [{ service_code: 'a.停车', keywords: '', group: null }]);
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<services><service><service_code>a.停车</service_code><keywords/><group/></service></services>\n',
  );
});

test.each([
  ['</description><script>alert(1)</script>'],
  ['<![CDATA[ ]]> & &amp; &#0; "\''],
  ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'],
  ['行一\r\n行二\t😀'],
])('XML: %j comes out as the text it is', (text) => {
  expect(textsIn(toXml('errors', [{ description: text }]))).toEqual([text]);
});

test('XML: characters it cannot hold are left out', () => {
  expect(textsIn(toXml('errors', [{ description: 'a\u0001b\u000Bc\uFFFEd\uD800e' }]))).toEqual(['abcde']);
});
