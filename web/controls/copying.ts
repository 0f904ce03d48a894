/**
 * Puts a text on the clipboard, from the element that shows it. Over plain HTTP the clipboard is not given to a
 * page; the selected text is then copied in the older way. False: that was refused too, and the text is selected.
 */
export async function copyFrom(shown: Element, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(shown);
    if (!document.execCommand('copy')) return false;
    selection?.removeAllRanges();
    return true;
  }
}
