import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the systems we know put the programs of a PostgreSQL of this major version; null when it is not installed. */
export function findPrograms(major) {
  const places = [
    `/usr/lib/postgresql/${major}/bin`,
    `/usr/pgsql-${major}/bin`,
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
  ];
  return places.find((place) => existsSync(join(place, 'postgres'))) ?? null;
}
