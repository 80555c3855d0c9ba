// `npm run liren -- <command>`: finds the command's file and runs it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';
import { isInstalled } from './install.mjs';
import { loadTypeScript } from './typescript.mjs';

const summaries = {
  start: '启动（同 npm start；--empty 不带演示数据）  start the app',
  migrate: '更新数据库结构  bring the database up to date',
  library:
    '工作法文件：check 检查、diagram 画图、simulate 模拟、print 明白卡、walk 走一遍  check, draw, simulate, print and walk library files',
  import: '导入  import records',
  export: '导出  export records',
  backup: '备份到一个文件  back up into one file',
  restore: '从备份恢复  restore a backup',
  verify: '核对账目、表决和日志  recompute money, votes and the log',
  doctor: '检查这台电脑和数据  look for what is wrong with this machine',
  build: '生成网页  build the pages',
  bench: '测速  measure',
};

const fileOf = (command) => join(import.meta.dirname, 'commands', `${command}.ts`);
const commands = Object.keys(summaries).filter((command) => existsSync(fileOf(command)));

const [command, ...args] = process.argv.slice(2);
process.chdir(root);
if (!commands.includes(command)) {
  const list = commands.map((name) => `  ${name.padEnd(8)} ${summaries[name]}`).join('\n');
  const isHelp = command === undefined || ['help', '--help', '-h'].includes(command);
  const opening = isHelp ? '' : `没有 ${command} 这个命令。  (There is no command ${command}.)\n`;
  (isHelp ? process.stdout : process.stderr).write(`${opening}可用的命令  (commands):\n${list}\n`);
  process.exit(isHelp ? 0 : 2);
}
if (!isInstalled()) {
  process.stderr.write('组件还没有装好，请先运行 npm ci。  (Packages are missing: run npm ci first.)\n');
  process.exit(1);
}
await loadTypeScript();
try {
  const { run } = await import(`./commands/${command}.ts`);
  await run(args);
} catch (error) {
  const { refusal } = error;
  process.stderr.write(refusal ? `${refusal.zh}\n${refusal.en}\n` : `${error.stack}\n`);
  process.exitCode = 1;
}
