/** How personal data look in lists: enough to recognise, too little to use. */
export function maskPhone(phone: string): string {
  return phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}

export function maskName(name: string): string {
  return name ? `${name.slice(0, 1)}**` : '**';
}
