import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capabilities } from '../contract.ts';
import { readRoles } from './rules.ts';
import { loadRoles } from './service.ts';

const names = {
  roles: { 'grid-worker 网格员': 'grid', 'community-worker 社区工作者': 'community', 'secretary 书记': 'community' },
};

describe('roles are data', () => {
  test('a role takes its level and its label from names.yaml and its capabilities from roles.yaml', () => {
    const { roles, problems } = readRoles(names, {
      roles: {
        'community-worker': { start: '/desk', can: ['matter.read', 'people.read'] },
        secretary: { as: 'community-worker', can: ['audit.read'] },
      },
    });
    expect(problems).toEqual([]);
    expect(roles.get('secretary')).toEqual({
      id: 'secretary',
      label: '书记',
      level: 'community',
      start: '/desk',
      can: new Set(['matter.read', 'people.read', 'audit.read']),
    });
    expect(roles.get('grid-worker')).toMatchObject({ label: '网格员', can: new Set(), start: '/' });
  });

  test('a seat in a body has the name of the body and allows nothing by itself', () => {
    const { roles } = readRoles({ ...names, bodies: { 'volunteer-team 网格志愿队': 'community' } }, { roles: {} });
    expect(roles.get('volunteer-team')).toMatchObject({ label: '网格志愿队', level: 'community', can: new Set() });
  });

  test.each([
    [
      'an unknown role',
      { mayor: { can: [] } },
      'roles.yaml：没有“mayor”这个角色。请先写进 names.yaml，或者在这里写明 label 和 level。',
    ],
    [
      'an unknown capability',
      { secretary: { can: ['matter.read', 'matter.burn'] } },
      'roles.yaml：角色“secretary”里的“matter.burn”不是系统认识的权限。',
    ],
    ['an unknown word', { secretary: { may: [] } }, 'roles.yaml：角色“secretary”里不认识“may”这一项。'],
    [
      'a start that is no page',
      { secretary: { start: '/home' } },
      'roles.yaml：角色“secretary”的 start 只能是 /、/grid、/desk。',
    ],
    ['can that is no list', { secretary: { can: 'some' } }, 'roles.yaml：角色“secretary”的 can 要写成一列，或者 all。'],
    [
      'a base that is not there',
      { secretary: { as: 'grid-worker' } },
      'roles.yaml：角色“secretary”以“grid-worker”为基础，但没有这一条。',
    ],
    ['a circle', { secretary: { as: 'secretary' } }, 'roles.yaml：角色“secretary”绕了一圈又以自己为基础。'],
  ])('%s is said in a sentence', (_what, roles, sentence) => {
    expect(readRoles(names, { roles }).problems).toEqual([sentence]);
  });

  test('a role of its own needs a label and a level; the administrator may do everything', () => {
    const { roles, problems } = readRoles(names, {
      roles: { administrator: { label: '管理员', level: 'any', can: 'all' } },
    });
    expect(problems).toEqual([]);
    expect([...(roles.get('administrator')?.can ?? [])]).toEqual([...capabilities]);
  });
});

test('the library’s roles load, and what is held above includes what is held below', () => {
  const roles = loadRoles(join(import.meta.dirname, '../../../../library'));
  const can = (role: string) => [...(roles.get(role)?.can ?? [])];
  expect(can('community-secretary')).toEqual(expect.arrayContaining(can('community-worker')));
  expect(can('community-worker')).toEqual(expect.arrayContaining(can('grid-worker')));
  expect(can('administrator')).toEqual(expect.arrayContaining([...capabilities]));
  expect(can('expert')).toEqual([]);
  const granted = new Set(
    [...roles.values()].filter((role) => role.id !== 'administrator').flatMap((role) => [...role.can]),
  );
  expect(capabilities.filter((word) => !granted.has(word))).toEqual(['area.manage']);
});
