import { BlockList, isIP } from 'node:net';

// Everything that is not the open internet. Source: IANA special-purpose address registries (RFC 6890).
const closed4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
// Of IPv6 only this is handed out, less what carries an IPv4 address inside or is for documents.
const open6: [string, number] = ['2000::', 3];
const closed6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, prefix] of closed4) closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of closed6) closed.addSubnet(net, prefix, 'ipv6');
const handedOut = new BlockList();
handedOut.addSubnet(...open6, 'ipv6');

/** Whether an address lies on the open internet: not this machine, its network, a carrier's, or one reserved. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  return version === 6 && handedOut.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
