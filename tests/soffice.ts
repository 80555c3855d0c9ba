import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALLED = [
  ...['soffice', 'libreoffice'].map((name) => `/usr/bin/${name}`),
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** The installed LibreOffice: `$SOFFICE` when set, else the system's; undefined when there is none. */
export function findSoffice(): string | undefined {
  return process.env.SOFFICE || INSTALLED.find((path) => existsSync(path));
}

/** Lets LibreOffice open workbooks and write them in another format, all in one start; by file name. */
export function convertWithSoffice(
  files: ReadonlyMap<string, Uint8Array>,
  format: 'csv' | 'xlsx',
): Map<string, Buffer> {
  const soffice = findSoffice();
  if (!soffice) throw new Error('LibreOffice is not installed (Debian: libreoffice-calc-nogui)');
  const folder = mkdtempSync(join(tmpdir(), 'liren-soffice-'));
  try {
    const names = [...files.keys()];
    for (const [index, name] of names.entries())
      writeFileSync(join(folder, `${index}.xlsx`), files.get(name) as Uint8Array);
    // As text in UTF-8, and each cell as it is shown.
    const to =
      format === 'csv'
        ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'
        : 'xlsx:Calc MS Excel 2007 XML';
    execFileSync(
      soffice,
      [
        ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', '--convert-to', to],
        ...['--outdir', join(folder, 'out'), ...names.map((_name, index) => join(folder, `${index}.xlsx`))],
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return new Map(names.map((name, index) => [name, readFileSync(join(folder, 'out', `${index}.${format}`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
