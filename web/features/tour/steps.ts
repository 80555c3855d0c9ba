/**
 * 五分钟走一遍: the guided tour of demo mode as data. Each step is one role at one address with one thing to do; where the tour
 * stands is a cookie, so that phone pages and the desk show the same bar. Source: DESIGN 8 (demo), F33.
 */

/** Where a tour stands, and the matters it is about. */
export type Tour = {
  /** Index into `tourSteps`. */
  at: number;
  areaId: string;
  /** The app's time when it began, in ms: tells the visitor's matter from earlier ones. */
  since: number;
  number?: string;
  trace?: string;
  /** A matter nobody takes care of: it escalates when the clock is moved. */
  forgotten?: string;
  /** The app's time when the visitor was asked to move the clock, in ms. */
  leapFrom?: number;
  /** File of the picture waiting in the form of this step. */
  photo?: string;
  /** Why the last press did not lead on. */
  said?: string;
};

export type TourStep = {
  id: 'report' | 'accept' | 'assign' | 'handle' | 'reply' | 'rate' | 'slip' | 'leap' | 'escalated' | 'change' | 'trace';
  /** The demo account that is signed in for this step; none where everybody may look. */
  account: string | null;
  /** Who the visitor is in this step. */
  who: string;
  /** `{area}` `{number}` `{trace}` `{forgotten}` stand for what the cookie holds. */
  address: string;
  /** What happens here. */
  sentence: string;
  /** What to press on the page; nothing where looking is all. */
  press: string | null;
  /** The step of the matter that must be reached before the tour goes on. */
  until?: string;
};

export const tourSteps: readonly TourStep[] = [
  {
    id: 'report',
    account: 'resident2',
    who: '居民 郑晓东',
    address: '/report?area={area}',
    sentence: '5 号楼有人从窗户拉电线给电动车充电，您拍下来反映。话和照片都备好了。',
    press: '发给社区',
    until: 'report',
  },
  {
    id: 'accept',
    account: 'community',
    who: '社区工作者 孟庆梅',
    address: '/desk/matters/{area}/{number}',
    sentence: '刚反映的这一件到了社区，先收下。',
    press: '受理',
    until: 'assign',
  },
  {
    id: 'assign',
    account: 'community',
    who: '社区工作者 孟庆梅',
    address: '/desk/matters/{area}/{number}',
    sentence: '交给管这栋楼的网格员孙丽娟去办。',
    press: '交办',
    until: 'handle',
  },
  {
    id: 'handle',
    account: 'grid',
    who: '网格员 孙丽娟',
    address: '/grid/m/{area}/{number}',
    sentence: '上门说通了，电线收了。写一句，放一张现在的照片。',
    press: '办结',
    until: 'reply',
  },
  {
    id: 'reply',
    account: 'community',
    who: '社区工作者 孟庆梅',
    address: '/desk/matters/{area}/{number}',
    sentence: '把结果告诉郑晓东。办理结果已经带过来了，愿意公开就选“是”。',
    press: '提交反馈',
    until: 'rate',
  },
  {
    id: 'rate',
    account: 'resident2',
    who: '居民 郑晓东',
    address: '/m/{area}/{number}#rate',
    sentence: '办得好不好，您说了算：点几颗星都行。',
    press: '办好了，就这么评',
    until: 'archived',
  },
  {
    id: 'slip',
    account: 'community',
    who: '社区工作者 孟庆梅',
    address: '/desk/print/slip/{area}/{number}',
    sentence: '这是这一件的办理单，一张 A4，右上角的码扫开就是全过程。',
    press: null,
  },
  {
    id: 'leap',
    account: 'community',
    who: '社区工作者 孟庆梅',
    address: '/desk/matters/{area}/{forgotten}',
    sentence: '这一件交办以后一直没人动。把演示的钟往前拨 8 天，看看会怎样：快进的按钮就在下面这条里。',
    press: '8 天',
  },
  {
    id: 'escalated',
    account: 'street',
    who: '街道干部 周海波',
    address: '/desk/matters/{area}/{forgotten}',
    sentence: '到时限没人办，先提醒，再自己升到街道协调。没有谁去点，规矩写在工作法里。',
    press: null,
  },
  {
    id: 'change',
    account: 'secretary',
    who: '社区书记 翟爱华',
    address: '/desk/methods/seven-step-loop?area={area}',
    sentence: '工作法可以改：复制一份，把交办的时限改成 2 个工作日，按“改用这一版”。在办的事不受影响。',
    press: '复制并修改',
  },
  {
    id: 'trace',
    account: null,
    who: '任何人',
    address: '/t/{trace}',
    sentence: '最后，这一件事从头到尾都在这一页，不用登录，谁都能看。走完了。',
    press: null,
  },
];

export const tourCookie = 'liren-tour';

/** Where the tour stands, from a `Cookie` header or `document.cookie`; null when none is on. */
export function readTour(cookies: string | null): Tour | null {
  const found = new RegExp(`(?:^|;\\s*)${tourCookie}=([^;]+)`).exec(cookies ?? '')?.[1];
  if (!found) return null;
  try {
    const tour = JSON.parse(decodeURIComponent(found)) as Partial<Tour>;
    const known = typeof tour.areaId === 'string' && typeof tour.at === 'number' && tourSteps[tour.at] !== undefined;
    return known ? (tour as Tour) : null;
  } catch {
    return null;
  }
}

const twoHours = 7200;

/** The cookie that keeps where the tour stands; it is no secret, and the desk reads it in the browser. */
export function keepTour(tour: Tour | null): string {
  const value = tour ? encodeURIComponent(JSON.stringify(tour)) : '';
  return `${tourCookie}=${value}; Path=/; Max-Age=${tour ? twoHours : 0}; SameSite=Lax`;
}

/** Where the tour's present step is done. */
export function addressOf(tour: Tour): string {
  const parts: Record<string, string | undefined> = {
    area: tour.areaId,
    number: tour.number,
    trace: tour.trace,
    forgotten: tour.forgotten,
  };
  return (tourSteps[tour.at]?.address ?? '/').replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}
