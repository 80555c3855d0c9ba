/** How a printed reply begins: by the surname alone where the name is masked, since paper is read by whoever finds it. */
export function greetingOf(name: string | null): string {
  if (!name) return '居民朋友，您好';
  const [surname] = name.split('*');
  if (surname === name) return `${name}，您好`;
  return surname ? `${surname}先生/女士，您好` : '居民朋友，您好';
}
