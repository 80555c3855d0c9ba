let loaded;

/** Lets this process import TypeScript: newer Node does by itself, older Node through tsx. Once, however often called. */
export function loadTypeScript() {
  loaded ??= process.features.typescript ? Promise.resolve() : import('tsx/esm/api').then((tsx) => tsx.register());
  return loaded;
}
