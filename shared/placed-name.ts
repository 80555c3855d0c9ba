/**
 * A name behind the place it belongs to, which is said once: 公共收益 of 工盛北院 is 工盛北院公共收益, and so is 工盛北院公共收益;
 * 社区公益金 of 工盛社区 is 工盛社区公益金.
 */
export function placedName(place: string, name: string): string {
  for (let length = Math.min(place.length, name.length); length > 1; length--)
    if (place.endsWith(name.slice(0, length))) return place + name.slice(length);
  return place + name;
}
