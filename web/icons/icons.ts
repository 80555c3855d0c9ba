/** The inside of each icon: a 24 × 24 grid, drawn with a 1.75 stroke, round ends, no fill. The `<svg>` around it belongs to the screen. */
export const icons = {
  // What a resident does
  camera: '<path d="M4 8.5h3l1.6-2.6h6.8L17 8.5h3V19H4z"/><circle cx="12" cy="13.4" r="3.4"/>',
  mic: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>',
  calendar: '<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
  activity:
    '<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/><path d="m9 14.8 2.2 2.1 3.9-4"/>',
  chat: '<path d="M4 5h12v8.5H9.500L6 16.500v-3H4z"/><path d="M18.5 9.500H20V18h-1.800v2.800L15 18h-4"/>',
  message: '<path d="M4 5.500h16V16H11l-4.5 3.500V16H4z"/><path d="M8 9.500h8M8 12.500h5"/>',
  mail: '<path d="M3.5 6h17v12.500h-17z"/><path d="m3.5 7 8.5 6.500L20.5 7"/>',
  ledger:
    '<path d="M5 4h11.500A2.5 2.5 0 0 1 19 6.500V20H7.500A2.5 2.5 0 0 1 5 17.500z"/><path d="m9 8 3 3.600L15 8M9 13h6M9 15.800h6M12 11.600V18"/>',
  cash: '<rect x="3.5" y="6" width="17" height="12.5" rx="2"/><path d="m9 9.5 3 3.5 3-3.500M12 13v3M9.7 13.200h4.6"/>',
  phone:
    '<path d="M6.2 3.8 9 3.500l1.6 4.2-2 1.700a12 12 0 0 0 5.9 5.900l1.8-2 4.2 1.7-.3 2.800a2.4 2.4 0 0 1-2.6 2.200C10.5 19.4 4.6 13.5 4 6.400a2.4 2.4 0 0 1 2.2-2.600z"/>',
  pin: '<path d="M12 21c4.5-4.8 6.7-8.2 6.7-11a6.7 6.7 0 0 0-13.4 0c0 2.8 2.2 6.2 6.7 11z"/><circle cx="12" cy="10" r="2.4"/>',
  qr: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2.500v2.500M20 14v.1M14 20h.1M17.5 20H20v-2.5"/>',
  sound:
    '<path d="M4 9.500h3.500L12 5.500v13l-4.5-4H4z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>',
  elder: '<path d="M4 18.5 8.5 6 13 18.500M5.6 14.300h5.800M14 18.500l3.2-8.7 3.3 8.700M15.2 15.500h4.2"/>',
  star: '<path d="m12 4.5 2.3 4.9 5.2.7-3.8 3.7 1 5.3-4.7-2.6-4.7 2.6 1-5.3-3.8-3.7 5.2-.7z"/>',
  heart:
    '<path d="M12 19.500C6.5 15.5 4 12.5 4 9.300A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.300c0 3.2-2.5 6.2-8 10.200z"/>',

  // Where one goes
  home: '<path d="M3.5 11 12 4l8.5 7M6 9.500V20h12V9.5"/>',
  list: '<path d="M9 6.500h11M9 12h11M9 17.500h11"/><path d="m3.5 6.5 1.2 1.200L7 5.300M3.5 12l1.2 1.200L7 10.800M3.5 17.500l1.2 1.200L7 16.3"/>',
  family:
    '<circle cx="8.5" cy="8" r="3"/><circle cx="16.5" cy="9.5" r="2.3"/><path d="M3 19.500c0-3.8 2.3-6 5.5-6s5.5 2.2 5.5 6M15.3 14c3.2-.4 5.7 1.7 5.7 5.5"/>',
  user: '<circle cx="12" cy="8" r="3.7"/><path d="M4.5 20c.4-4.3 3.3-6.5 7.5-6.500s7.1 2.2 7.5 6.5"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.3"/><path d="M3 19.500c.5-3.4 2.9-5.2 6-5.200s5.5 1.8 6 5.2"/><path d="M15.5 5.600a3.2 3.2 0 0 1 0 5.900M17.5 14.800c2 .7 3.2 2.3 3.5 4.7"/>',
  walk: '<circle cx="13" cy="4.8" r="1.9"/><path d="m8 21 2.5-6.500L9 12.200l1-4.2 3.6.3 1.6 3 2.8 1M14.2 21l-.7-5-2.8-3.500M7.5 12l.6-2.700L10 8"/>',
  bell: '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 1.500h-15z"/><path d="M10 20.500h4"/>',
  building: '<path d="M5 20V5h9v15M14 10h5v10M3.5 20h17"/><path d="M8 8.500h3M8 12h3M8 15.500h3"/>',
  map: '<path d="M4 6.5 9.3 4.500l5.4 2L20 4.500v13l-5.3 2-5.4-2-5.3 2z"/><path d="M9.3 4.500v13M14.7 6.500v13"/>',
  chart: '<path d="M4 20h16M7 16.500v-5M12 16.500V6M17 16.500v-8"/>',
  book: '<path d="M5 4.500h11.500a2 2 0 0 1 2 2V20H7a2 2 0 0 1-2-2z"/><path d="M5 18a2 2 0 0 1 2-2h11.500M9 8.500h5.5"/>',
  flow: '<circle cx="5.5" cy="6.5" r="2.3"/><circle cx="18.5" cy="17.5" r="2.3"/><path d="M7.8 6.500H15a3.5 3.5 0 0 1 0 7H9.500a2.5 2.5 0 0 0 0 4h6.7"/>',
  settings: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  card: '<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><circle cx="8.8" cy="11" r="1.9"/><path d="M6 15.700c.5-1.5 1.5-2.2 2.8-2.200s2.3.7 2.8 2.200M14 10h3.500M14 14h3.5"/>',
  globe: '<circle cx="12" cy="12" r="8"/><path d="M4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16"/>',
  logout: '<path d="M13 4.500H5.500v15H13"/><path d="M10 12h10M16.5 8.5 20 12l-3.5 3.5"/>',
  sun: '<circle cx="12" cy="12" r="3.8"/><path d="M12 3.500v1.800M12 18.700v1.800M3.5 12h1.800M18.7 12h1.800M6 6l1.3 1.300M16.7 16.7 18 18M18 6l-1.3 1.300M7.3 16.7 6 18"/>',
  moon: '<path d="M19.5 14.300A8 8 0 0 1 9.7 4.500a8 8 0 1 0 9.8 9.800z"/>',

  // Signs and arrows
  'chevron-right': '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
  'chevron-left': '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  'chevron-down': '<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>',
  'chevron-up': '<path d="m6.5 14.5 5.5-5.5 5.5 5.5"/>',
  back: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  open: '<path d="M8 16 17 7M10 7h7v7"/>',
  share: '<path d="M12 15V4M8 7.5 12 3.700l4 3.8"/><path d="M7 11H5v9h14v-9h-2"/>',
  print: '<path d="M7 8.500V4h10v4.500M7 16.500H4v-8h16v8h-3"/><path d="M7 13.500h10V20H7z"/>',
  check: '<path d="m5 12.5 4.7 4.700L19.5 7"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M5 12h14"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  more: '<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.8"/>',
  info: '<circle cx="12" cy="12" r="8"/><path d="M12 11v5M12 8v.1"/>',
  warn: '<path d="M12 4 21 19.500H3z"/><path d="M12 10v4.500M12 16.900v.1"/>',
  clock: '<circle cx="12" cy="12" r="8.3"/><path d="M12 7.300V12l3.3 2"/>',
  hourglass:
    '<path d="M7 3.500h10M7 20.500h10M8 3.500c0 5 8 5.5 8 8.500s-8 3.5-8 8.500M16 3.500c0 5-8 5.5-8 8.500s8 3.5 8 8.5"/>',
  lock: '<rect x="5.5" y="10.5" width="13" height="9.5" rx="1.5"/><path d="M8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.5"/>',
  eye: '<path d="M2.5 12C5 7.7 8.2 5.7 12 5.700s7 2 9.5 6.300c-2.5 4.3-5.7 6.3-9.5 6.300S5 16.3 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>',
  shield:
    '<path d="M12 3.5 19.5 6v6c0 4.3-3 7-7.5 8.500C7.5 19 4.5 16.3 4.5 12V6z"/><path d="m9 12 2.2 2.200L15.3 10"/>',
  flag: '<path d="M6 20.500v-17M6 4.500h11.500l-2.5 4 2.5 4H6"/>',

  // What a desk does
  ballot: '<path d="M4 13h16v7H4zM7.5 13V4.5h9V13M9.8 9l1.700 1.700 3-3.500M9 13h6"/>',
  search: '<circle cx="11" cy="11" r="6.3"/><path d="m16 16 4 4"/>',
  filter: '<path d="M4 5h16l-6.2 7.300V19l-3.6-2v-4.700z"/>',
  columns: '<rect x="4" y="5" width="16" height="14" rx="1.5"/><path d="M9.5 5v14M14.7 5v14"/>',
  download: '<path d="M12 5v11M7.5 11.5 12 16l4.5-4.500M4.5 19.500h15"/>',
  upload: '<path d="M12 16V5M7.5 9.5 12 5l4.5 4.500M4.5 19.500h15"/>',
  'cloud-up':
    '<path d="M7 18.500a4 4 0 0 1-.6-7.9 6 6 0 0 1 11.4 1.1 3.5 3.5 0 0 1 .2 6.800z"/><path d="M12 16.500v-5M9.8 13.4 12 11.300l2.2 2.1"/>',
  excel: '<path d="M6 3.500h8.500L19 8v12.500H6z"/><path d="M14 3.500v5h5M9.5 12l5 5.500M14.5 12l-5 5.5"/>',
  document: '<path d="M6 3.500h8.500L19 8v12.500H6z"/><path d="M14 3.500v5h5M9 12.500h7M9 16h7"/>',
  image:
    '<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.7"/><path d="m4.5 17 4.5-4 3 2.7 3.5-3.7 4 4"/>',
  edit: '<path d="m4 20 1-4L15.5 5.500l3 3L8 19z"/><path d="m13.5 7.5 3 3M13 20h7"/>',
  copy: '<rect x="8.5" y="8.5" width="11" height="11.5" rx="1.5"/><path d="M15.5 8.500v-4h-11V16h4"/>',
  fork: '<circle cx="6.5" cy="5.5" r="2"/><circle cx="17.5" cy="5.5" r="2"/><circle cx="12" cy="18.5" r="2"/><path d="M6.5 7.500V9c0 2 1.5 3 3 3h5c1.5 0 3-1 3-3V7.500M12 12v4.5"/>',
  merge:
    '<circle cx="6.5" cy="5.5" r="2"/><circle cx="6.5" cy="18.5" r="2"/><circle cx="17.5" cy="13" r="2"/><path d="M6.5 7.500v9M6.5 8c.5 3.5 4 5 9 5"/>',
  megaphone: '<path d="M5 14V9.500L16 5v13.500z"/><path d="M7.5 14.5 9 20h3l-1.5-4M19 9.500v4"/>',
  swap: '<path d="M4 8.500h14M14.5 5 18 8.5 14.5 12M20 15.500H6M9.5 12 6 15.5 9.5 19"/>',
  return: '<path d="M9 5.5 4.5 10 9 14.5"/><path d="M4.5 10H15a4.5 4.5 0 0 1 0 9h-4"/>',
  extend: '<path d="M18.5 10a7.5 7.5 0 1 0-2.3 6.5"/><path d="M11.5 8v4l2.5 2M19.5 14v6M16.5 17h6"/>',
  pause: '<path d="M8.5 5.500v13M15.5 5.500v13"/>',
  play: '<path d="M7.5 5 19 12 7.5 19z"/>',
  refresh: '<path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5"/><path d="M19.5 3.500v4.200h-4.2"/>',
  history: '<path d="M20 12a8 8 0 1 1-2.6-5.9"/><path d="M20 3v4h-4"/><path d="M12 8v4.300l2.8 1.7"/>',
  stamp: '<path d="M9.5 12.5 10.3 9a3 3 0 1 1 3.4 0l.8 3.500H19V16H5v-3.500zM5.5 19.500h13"/>',
  key: '<circle cx="8" cy="15.5" r="4"/><path d="M11 12.5 19.5 4M16 7.500l3 3M13.5 10l2 2"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .4l2.5-2.500a4 4 0 0 0-5.7-5.700L11.5 7.500M14 10a4 4 0 0 0-6-.4l-2.5 2.500a4 4 0 0 0 5.7 5.700l1.3-1.3"/>',

  // What matters are about
  'lamp-post':
    '<path d="M8 20.500V8a3.5 3.5 0 0 1 3.5-3.500H14M5.5 20.500h5"/><path d="M13.5 4.500h5l1.5 4h-7.500zM14.5 11.500v2.500M18.5 11.500v2.5"/>',
  drop: '<path d="M12 3.500c3.8 4.5 5.8 7.7 5.8 10.500a5.8 5.8 0 0 1-11.6 0C6.2 11.2 8.2 8 12 3.500z"/><path d="M9.3 14.500a2.8 2.8 0 0 0 2.4 2.7"/>',
  wrench:
    '<path d="M19.5 7.200a4.5 4.5 0 0 1-6 5.600L7 19.300a1.8 1.8 0 0 1-2.5-2.500l6.6-6.500a4.5 4.5 0 0 1 5.6-6l-2.6 2.6.4 2.4 2.4.4z"/>',
  leaf: '<path d="M5.5 18.500C4.5 10 9 5 19.5 4.5 20 14.5 15 19.5 7.5 17.5"/><path d="M4.5 20.500C7 15.5 10 12.5 14 10"/>',
  car: '<path d="M4 17v-4.500l1.5-1L7.5 6.500h9l2 5 1.5 1V17z"/><path d="M5.5 11.500h13M7.5 14.300h.1M16.5 14.300h.1M6 17v2M18 17v2"/>',
  bolt: '<path d="M13.5 3.5 5.5 13.500H11L10 20.500l8.5-10.500H13z"/>',
  noise:
    '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4z"/><path d="m15 8.5 2 1.700-2 1.800 2 1.700-2 1.800M19 6.5l2 1.800-2 1.900 2 1.800-2 1.900 2 1.800-2 1.800"/>',
  dog: '<path d="M4.5 20v-6.500L3.5 9M4.5 12H13l2-6 1.8 2H20l.5 2.5-2.5 2h-1.500V20M8.5 20v-4.500H13V20"/>',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof icons;
