import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const web = join(import.meta.dirname, '..');

/** The two pages beside each other, `desk.html` and `screen.html`, wherever their sources stand. */
function pagesOnTop(): Plugin {
  return {
    name: 'liren-pages-on-top',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('.html')) file.fileName = basename(file.fileName);
      }
    },
  };
}

/**
 * Beside each text file its compressed forms, so that the server never compresses the same bytes twice. Done when all is
 * written: until then other plugins still change what stands in the files.
 */
function compressed(): Plugin {
  return {
    name: 'liren-desk-compressed',
    apply: 'build',
    writeBundle(options, bundle) {
      for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const path = join(options.dir ?? '', fileName);
        const source = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(source));
        writeFileSync(`${path}.br`, brotliCompressSync(source));
      }
    },
  };
}

export default defineConfig({
  root: web,
  base: '/desk-assets/',
  plugins: [react(), pagesOnTop(), compressed()],
  publicDir: false,
  build: {
    outDir: join(web, '../dist/desk'),
    emptyOutDir: true,
    // The floor of the desk: Chrome 109, the last for Windows 7.
    target: 'chrome109',
    cssTarget: 'chrome109',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { desk: join(web, 'desk/desk.html'), screen: join(web, 'screen/screen.html') },
    },
  },
});
