import { builds, isFresh, runBuild } from '../build.mjs';

/** Builds the pages that are missing or stale; `--force`: all of them. */
export async function run(args: string[]): Promise<void> {
  for (const build of builds) {
    if (!args.includes('--force') && isFresh(build)) {
      console.log(`✓ ${build.zh}已是最新  (${build.en}: fresh)`);
      continue;
    }
    console.log(`… 正在生成${build.zh}  (building ${build.en})`);
    await runBuild(build);
    console.log(`✓ ${build.zh}已生成  (${build.en}: built)`);
  }
}
