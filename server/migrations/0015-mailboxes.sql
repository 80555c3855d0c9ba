-- A mailbox of the office is told the same as a group. Source: issue 3 “Doors for others”.
alter table robots drop constraint robots_kind_known;
alter table robots add constraint robots_kind_known check (kind in ('wecom', 'dingtalk', 'feishu', 'mail'));
