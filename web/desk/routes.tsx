import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { IconName } from '../icons/icons.ts';

type Page = LazyExoticComponent<ComponentType>;

export type DeskRoute = {
  /** Under `/desk`, in React Router's words: `matters/:areaId/:number`. */
  path: string;
  /** Title of the tab, and the last word of the path in the header. */
  title: string;
  page: Page;
  /** Without the frame: what is printed. */
  bare?: boolean;
  /** A place in the sider; doors stand in the order of this list. */
  door?: {
    icon: IconName;
    /** Heading above the first door of a group; doors of one group may all name it. */
    group?: string;
    /** Shown only to those who hold this capability somewhere. */
    can?: string;
    /** Which count stands behind the word. */
    count?: 'open';
    /** At the foot of the sider. */
    foot?: boolean;
  };
};

/** A page that is loaded when it is opened. */
function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Page {
  return lazy(async () => ({ default: (await load())[name] }));
}

/** Every screen of the desk. A screen is added here when it works, and not before. */
export const routes: DeskRoute[] = [
  {
    path: '',
    title: '今日',
    page: page(() => import('../features/matters/desk/today/today-page.tsx'), 'TodayPage'),
    door: { icon: 'home' },
  },
  {
    path: 'matters',
    title: '事项',
    page: page(() => import('../features/matters/desk/queue/queue-page.tsx'), 'QueuePage'),
    door: { icon: 'list', can: 'matter.read', count: 'open' },
  },
  {
    path: 'matters/new',
    title: '登记一件事',
    page: page(() => import('../features/matters/desk/register/register-page.tsx'), 'RegisterPage'),
  },
  {
    path: 'matters/:areaId/:number',
    title: '事项',
    page: page(() => import('../features/matters/desk/detail/matter-page.tsx'), 'MatterPage'),
  },
  {
    path: 'print/:paper/:areaId/:numbers',
    title: '打印',
    bare: true,
    page: page(() => import('../features/matters/desk/print/print-page.tsx'), 'PrintPage'),
  },
  {
    path: 'duties',
    title: '定期任务',
    page: page(() => import('../features/duties/desk/duties-page.tsx'), 'DutiesPage'),
    door: { icon: 'calendar', can: 'duty.read' },
  },
  {
    path: 'search',
    title: '搜索',
    page: page(() => import('../features/search/desk/search-page.tsx'), 'SearchPage'),
  },
  {
    path: 'map',
    title: '地图',
    page: page(() => import('../features/map/desk/map-page.tsx'), 'MapPage'),
    door: { icon: 'pin', can: 'matter.read' },
  },
  {
    path: 'people',
    title: '居民与房屋',
    page: page(() => import('../features/people/desk/households-page.tsx'), 'HouseholdsPage'),
    door: { icon: 'family', group: '居民与公告', can: 'people.read' },
  },
  {
    path: 'people/:areaId/:householdId',
    title: '居民与房屋',
    page: page(() => import('../features/people/desk/household-page.tsx'), 'HouseholdPage'),
  },
  {
    path: 'door-notices',
    title: '楼道告示',
    bare: true,
    page: page(() => import('../features/people/desk/door-notices-page.tsx'), 'DoorNoticesPage'),
  },
  {
    path: 'imports/:kind',
    title: '从 Excel 导入',
    page: page(() => import('../features/imports/desk/imports-page.tsx'), 'ImportsPage'),
  },
  {
    path: 'imports',
    title: '从 Excel 导入',
    page: page(() => import('../features/imports/desk/imports-page.tsx'), 'ImportsPage'),
    door: { icon: 'download', can: 'record.import' },
  },
  {
    path: 'blanks',
    title: '替我填表',
    page: page(() => import('../features/blanks/desk/blanks-page.tsx'), 'BlanksPage'),
    door: { icon: 'excel', can: 'blank.fill' },
  },
  {
    path: 'blanks/:blankId',
    title: '替我填表',
    page: page(() => import('../features/blanks/desk/blank-page.tsx'), 'BlankPage'),
  },
  {
    path: 'relief',
    title: '减负账',
    page: page(() => import('../features/blanks/desk/relief-page.tsx'), 'ReliefPage'),
  },
  {
    path: 'publishing',
    title: '公告',
    page: page(() => import('../features/publishing/desk/publishing-page.tsx'), 'PublishingPage'),
    door: { icon: 'megaphone', can: 'notice.publish' },
  },
  {
    path: 'publicity',
    title: '公示',
    page: page(() => import('../features/publicity/desk/publicity-page.tsx'), 'PublicityPage'),
    door: { icon: 'eye', group: '议事', can: 'publicity.draft' },
  },
  {
    path: 'publicity/:areaId/:id/print',
    title: '公示',
    bare: true,
    page: page(() => import('../features/publicity/desk/sheet-page.tsx'), 'PublicitySheetPage'),
  },
  {
    path: 'activities',
    title: '活动',
    page: page(() => import('../features/activities/desk/records-page.tsx'), 'RecordsPage'),
    door: { icon: 'activity', group: '文化', can: 'activity.draft' },
  },
  {
    path: 'activities/new',
    title: '办活动',
    page: page(() => import('../features/activities/desk/editor-page.tsx'), 'EditorPage'),
  },
  {
    path: 'activities/series',
    title: '系列与节日',
    page: page(() => import('../features/activities/desk/series-page.tsx'), 'SeriesPage'),
  },
  {
    path: 'activities/:areaId/:id',
    title: '活动',
    page: page(() => import('../features/activities/desk/record-page.tsx'), 'RecordPage'),
  },
  {
    path: 'activities/:areaId/:id/door',
    title: '门口的签到码',
    bare: true,
    page: page(() => import('../features/activities/desk/door-page.tsx'), 'DoorPage'),
  },
  {
    path: 'activities/:areaId/:id/list',
    title: '签到表',
    bare: true,
    page: page(() => import('../features/activities/desk/list-page.tsx'), 'ListPage'),
  },
  {
    path: 'bookings',
    title: '场地预约',
    page: page(() => import('../features/bookings/desk/bookings-page.tsx'), 'BookingsPage'),
    door: { icon: 'clock', can: 'booking.decide' },
  },
  {
    path: 'venues',
    title: '阵地',
    page: page(() => import('../features/venues/desk/venues-page.tsx'), 'VenuesPage'),
    door: { icon: 'building', group: '文化', can: 'venue.manage' },
  },
  {
    path: 'venues/new',
    title: '登记场地',
    page: page(() => import('../features/venues/desk/venue-page.tsx'), 'VenuePage'),
  },
  {
    path: 'venues/:areaId/:id',
    title: '阵地',
    page: page(() => import('../features/venues/desk/venue-page.tsx'), 'VenuePage'),
  },
  {
    path: 'venues/:areaId/:id/print',
    title: '时间表',
    bare: true,
    page: page(() => import('../features/venues/desk/timetable-page.tsx'), 'TimetablePage'),
  },
  {
    path: 'teams',
    title: '队伍',
    page: page(() => import('../features/teams/desk/teams-page.tsx'), 'TeamsPage'),
    door: { icon: 'people', group: '文化', can: 'team.manage' },
  },
  {
    path: 'works',
    title: '作品',
    page: page(() => import('../features/teams/desk/works-page.tsx'), 'WorksPage'),
    door: { icon: 'image', group: '文化', can: 'work.publish' },
  },
  {
    path: 'shifts',
    title: '值守',
    page: page(() => import('../features/teams/desk/shifts-page.tsx'), 'ShiftsPage'),
    door: { icon: 'hourglass', group: '文化', can: 'team.manage' },
  },
  {
    path: 'topics',
    title: '议题',
    page: page(() => import('../features/deliberation/desk/topics-page.tsx'), 'TopicsPage'),
    door: { icon: 'chat', group: '议事', can: 'topic.moderate' },
  },
  {
    path: 'meetings',
    title: '议事会',
    page: page(() => import('../features/deliberation/desk/meetings-page.tsx'), 'MeetingsPage'),
    door: { icon: 'people', group: '议事', can: 'meeting.manage' },
  },
  {
    path: 'meetings/:areaId/:id',
    title: '议事会',
    page: page(() => import('../features/deliberation/desk/meeting-page.tsx'), 'MeetingPage'),
  },
  {
    path: 'meetings/:areaId/:id/door',
    title: '会场的签到码',
    bare: true,
    page: page(() => import('../features/deliberation/desk/meeting-door-page.tsx'), 'MeetingDoorPage'),
  },
  {
    path: 'meetings/:areaId/:id/print',
    title: '签到表和纪要',
    bare: true,
    page: page(() => import('../features/deliberation/desk/meeting-print-page.tsx'), 'MeetingPrintPage'),
  },
  {
    path: 'ballots',
    title: '表决',
    page: page(() => import('../features/ballots/desk/ballots-page.tsx'), 'BallotsPage'),
    door: { icon: 'ballot', group: '议事', can: 'ballot.manage' },
  },
  {
    path: 'ballots/new',
    title: '发起表决',
    page: page(() => import('../features/ballots/desk/new-page.tsx'), 'NewPage'),
  },
  {
    path: 'ballots/:areaId/:id',
    title: '表决',
    page: page(() => import('../features/ballots/desk/ballot-page.tsx'), 'BallotPage'),
  },
  {
    path: 'ballots/:areaId/:id/entry',
    title: '录纸质票',
    page: page(() => import('../features/ballots/desk/entry-page.tsx'), 'EntryPage'),
  },
  {
    path: 'ballots/:areaId/:id/papers',
    title: '纸质票',
    bare: true,
    page: page(() => import('../features/ballots/desk/papers-page.tsx'), 'PapersPage'),
  },
  {
    path: 'ballots/:areaId/:id/round',
    title: '上门表',
    bare: true,
    page: page(() => import('../features/ballots/desk/round-page.tsx'), 'RoundPage'),
  },
  {
    path: 'ballots/:areaId/:id/notice',
    title: '结果公示',
    bare: true,
    page: page(() => import('../features/ballots/desk/notice-page.tsx'), 'NoticePage'),
  },
  {
    path: 'bodies',
    title: '组织与任职',
    page: page(() => import('../features/organisations/desk/bodies-page.tsx'), 'BodiesPage'),
    door: { icon: 'family', group: '议事', can: 'body.manage' },
  },
  {
    path: 'bodies/print',
    title: '谁在为我们办事',
    bare: true,
    page: page(() => import('../features/organisations/desk/bodies-print-page.tsx'), 'BodiesPrintPage'),
  },
  {
    path: 'owners',
    title: '业主名册',
    page: page(() => import('../features/organisations/desk/owners-page.tsx'), 'OwnersPage'),
    door: { icon: 'card', group: '议事', can: 'owner.read' },
  },
  {
    path: 'letters',
    title: '一封信',
    page: page(() => import('../features/deliberation/desk/letters-page.tsx'), 'LettersPage'),
    door: { icon: 'mail', group: '议事', can: 'letter.write' },
  },
  {
    path: 'letters/:areaId/:id/print',
    title: '一封信',
    bare: true,
    page: page(() => import('../features/deliberation/desk/letter-print-page.tsx'), 'LetterPrintPage'),
  },
  {
    path: 'brand',
    title: '一社一品',
    page: page(() => import('../features/brands/desk/brand-page.tsx'), 'BrandPage'),
    door: { icon: 'heart', can: 'brand.read' },
  },
  {
    path: 'brand/print',
    title: '一社一品年度复核表',
    bare: true,
    page: page(() => import('../features/brands/desk/brand-sheet-page.tsx'), 'BrandSheetPage'),
  },
  {
    path: 'registers',
    title: '台账',
    page: page(() => import('../features/registers/desk/registers-page.tsx'), 'RegistersPage'),
    door: { icon: 'card', can: 'register.read' },
  },
  {
    path: 'registers/:id',
    title: '台账',
    page: page(() => import('../features/registers/desk/register-page.tsx'), 'RegisterPage'),
  },
  {
    path: 'standard',
    title: '标准',
    page: page(() => import('../features/assessment/desk/standard-page.tsx'), 'StandardPage'),
    door: { icon: 'star', group: '文化', can: 'standard.read' },
  },
  {
    path: 'standard/print',
    title: '标准自评表',
    bare: true,
    page: page(() => import('../features/assessment/desk/standard-sheet-page.tsx'), 'StandardSheetPage'),
  },
  {
    path: 'methods',
    title: '工作法',
    page: page(() => import('../features/methods/library-page.tsx'), 'LibraryPage'),
    door: { icon: 'flow', group: '方法与结果', can: 'method.read' },
  },
  {
    path: 'methods/:id',
    title: '工作法',
    page: page(() => import('../features/methods/method-page.tsx'), 'MethodPage'),
  },
  {
    path: 'methods/:id/print',
    title: '工作法',
    bare: true,
    page: page(() => import('../features/methods/sheet-page.tsx'), 'MethodSheetPage'),
  },
  {
    path: 'figures',
    title: '统计',
    page: page(() => import('../features/figures/figures-page.tsx'), 'FiguresPage'),
    door: { icon: 'chart', can: 'report.read' },
  },
  {
    path: 'setup',
    title: '开工清单',
    page: page(() => import('../features/setup/desk/setup-page.tsx'), 'SetupPage'),
    door: { icon: 'check', can: 'account.manage', foot: true },
  },
  {
    path: 'settings',
    title: '社区设置',
    page: page(() => import('../features/areas/desk/settings-page.tsx'), 'SettingsPage'),
    door: { icon: 'settings', foot: true },
  },
  {
    path: 'settings/plates',
    title: '灯杆码',
    bare: true,
    page: page(() => import('../features/areas/desk/plates-page.tsx'), 'PlatesPage'),
  },
  {
    path: 'accounts',
    title: '账号与权限',
    page: page(() => import('../features/accounts/desk/accounts-page.tsx'), 'AccountsPage'),
    door: { icon: 'key', can: 'account.manage', foot: true },
  },
  {
    path: 'sessions',
    title: '我的登录',
    page: page(() => import('../features/accounts/desk/sessions-page.tsx'), 'SessionsPage'),
    door: { icon: 'shield', foot: true },
  },
];
