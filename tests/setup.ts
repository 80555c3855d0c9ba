import { afterEach } from 'vitest';

const complaints: string[] = [];
const print = console.error;

// A message on the error channel is a defect nobody looks at: the test that caused it fails.
console.error = (...parts: unknown[]): void => {
  complaints.push(parts.map(String).join(' '));
  print(...parts);
};

afterEach(() => {
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(`console.error was called:\n${said.join('\n')}`);
});
