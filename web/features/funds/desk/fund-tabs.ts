import type { ComponentType } from 'react';
import type { FundPage } from './funds-api.ts';
import { BankTab } from './bank-tab.tsx';
import { HandoverTab } from './handover-tab.tsx';
import { MonthsTab } from './months-tab.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import { SupervisionTab } from './supervision-tab.tsx';
import { VouchersTab } from './vouchers-tab.tsx';
import { WaitingTab } from './waiting-tab.tsx';

/** A part of a fund's page, in a file of its own. */
export type FundTab = {
  /** Its word in the address: `?tab=bank`. The first one stands without. */
  id: string;
  title: string;
  page: ComponentType<{ fund: FundPage }>;
  /** What waits in it, behind its title. */
  count?: (fund: FundPage) => number;
};

/** The parts of a fund's page, in the order in which they stand. */
export const fundTabs: FundTab[] = [
  { id: 'vouchers', title: '凭证', page: VouchersTab },
  { id: 'waiting', title: '待我付款', page: WaitingTab, count: (fund) => fund.waitingForMe },
  { id: 'bank', title: '银行对账', page: BankTab, count: (fund) => fund.unmatched },
  { id: 'months', title: '月结', page: MonthsTab, count: (fund) => fund.missing.length },
  { id: 'questions', title: '提问', page: QuestionsTab },
  { id: 'supervision', title: '监督', page: SupervisionTab },
  { id: 'handover', title: '移交', page: HandoverTab },
];
