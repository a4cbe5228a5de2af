/**
 * Data as JSON that can stand inside a `<script>` element of HTML: no text in it, whoever wrote it, ends the element or begins a
 * comment. A browser runs none of it, as its type is no script’s, so that a policy without inline scripts lets it be.
 */
export function jsonForScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
