/** A page per method with its diagram, as the library page draws it. Null until the workflow kernel can draw. */
export async function describeMethods(_root: string): Promise<Record<string, string> | null> {
  return null;
}
