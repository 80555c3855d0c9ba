import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test('keys are sorted at every depth, nothing stands between them, and what is not said is not written', () => {
  expect(canonical({ b: [1, { d: null, c: '中' }], a: true, e: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"中","d":null}]}',
  );
  expect(canonical({ '10': 1, '9': 2, a: [], 'a ': {} })).toBe('{"10":1,"9":2,"a":[],"a ":{}}');
});

test('odd letters keep the text they have always been hashed with', () => {
  const odd = { '（': '“引号”\\"', '￥\n\t': '\u0000\u2028\u007f', 𠮷: '😀é', é: -0, '': [9_007_199_254_740_991] };
  const text = canonical(odd);
  expect(text).toBe('{"":[9007199254740991],"é":0,"𠮷":"😀é","（":"“引号”\\\\\\"","￥\\n\\t":"\\u0000\u2028\u007f"}');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'c7f349d6255ea5022effa95aacb6d01dbca01e2a1fdcdfc1f3bb30a705c2e1dc',
  );
});
