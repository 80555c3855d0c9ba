import type { Refusal } from '#shared/refusal';
import type { Check, CheckId } from './contract.ts';

export const setupClosed: Refusal = {
  code: 'setup.closed',
  status: 409,
  zh: '这套系统已经有管理员了，请直接登录。忘了密码，请找管理员重置。',
  en: 'This system has an administrator already. Sign in.',
};

export const secretWrong: Refusal = {
  code: 'setup.secret-wrong',
  status: 403,
  zh: '开通码不对。它印在启动里仁的那个窗口里，一共 10 个字母和数字。',
  en: 'This is not the code printed where the system was started.',
  fields: { secret: '和启动窗口里的不一样' },
};

export const packUnknown: Refusal = {
  code: 'pack.unknown',
  status: 404,
  zh: '没有这个起步包，请刷新后重新选。',
  en: 'There is no such pack.',
};

export const packItemsMax = 8;

/** What is there in a community so far. */
export type Standing = {
  grids: { name: string; hasWorker: boolean }[];
  buildings: number;
  households: number;
  residents: number;
  methods: string[];
  colleagues: number;
  /** Households that hold a card. */
  cards: number;
  open: number;
  closed: number;
};

type Line = Omit<Check, 'id'>;

/** The check list of a community being set up: each line says what there is and, in words, what is missing. */
export function checksOf(standing: Standing): Check[] {
  const lines: Record<CheckId, Line> = {
    places: places(standing),
    people: {
      label: '住户和居民',
      done: standing.residents > 0,
      has: `${standing.households} 户、${standing.residents} 人`,
      missing: standing.residents > 0 ? '' : '还没有居民。把手头的 Excel 名册导进来，或者一户一户登记。',
    },
    methods: {
      label: '起步工作法',
      done: standing.methods.length > 0,
      has: standing.methods.length > 0 ? `采用了 ${standing.methods.length} 个` : '',
      missing: standing.methods.length > 0 ? '' : '还没有采用工作法，居民的事没有地方走。',
    },
    colleagues: colleagues(standing),
    cards: {
      label: '一户一码',
      done: standing.cards > 0,
      has: `${standing.cards} 户有卡`,
      missing: standing.cards > 0 ? '' : '没有智能手机的老人靠这张卡。先给独居老人印。',
    },
    'first-matter': {
      label: '办结第一件事',
      done: standing.closed > 0,
      has: `在办 ${standing.open} 件，办结 ${standing.closed} 件`,
      missing: standing.closed > 0 ? '' : '自己报一件小事，从受理走到归档，全社区就都会了。',
    },
  };
  return (Object.keys(lines) as CheckId[]).map((id) => ({ id, ...lines[id] }));
}

function places({ grids, buildings }: Standing): Line {
  const missing = grids.length === 0 ? '还没有网格。' : buildings === 0 ? '还没有楼栋，居民报事选不到地方。' : '';
  return {
    label: '网格和楼栋',
    done: missing === '',
    has: `${grids.length} 个网格、${buildings} 栋楼`,
    missing,
  };
}

function colleagues({ grids, colleagues: count }: Standing): Line {
  const bare = grids.filter((grid) => !grid.hasWorker).map((grid) => grid.name);
  const named = `${bare.slice(0, 3).join('、')}${bare.length > 3 ? `等 ${bare.length} 个网格` : ''}`;
  return {
    label: '同事账号',
    done: grids.length > 0 && bare.length === 0,
    has: `${count} 人有账号`,
    missing: grids.length === 0 ? '先建网格，再给网格员开账号。' : bare.length > 0 ? `${named}还没有网格员。` : '',
  };
}
