// Starts `tarazy lsp` and shows what a code means. Everything else is the server's.

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

function language(settings) {
  const chosen = settings.get("language");
  if (chosen) return chosen;
  const editor = vscode.env.language.split("-")[0];
  return ["kk", "ru", "en"].includes(editor) ? editor : "kk";
}

function start() {
  const settings = vscode.workspace.getConfiguration("tarazy");
  const run = { command: settings.get("command"), args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("tarazy", "Tarazy", run, {
    documentSelector: [{ scheme: "file", language: "markdown" }],
    initializationOptions: {
      language: language(settings),
      law: settings.get("law"),
      explainedAt: "tarazy:explain/",
    },
  });
  return client.start();
}

async function activate(context) {
  const explain = {
    async provideTextDocumentContent(uri) {
      const code = uri.path.split("/").pop();
      return (await client.sendRequest("tarazy/explain", { code })) ?? code;
    },
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider("tarazy", explain),
    vscode.commands.registerCommand("tarazy.restart", async () => {
      await deactivate();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("tarazy") && !event.affectsConfiguration("tarazy.trace")) {
        await vscode.commands.executeCommand("tarazy.restart");
      }
    }),
  );
  await start();
}

async function deactivate() {
  const running = client;
  client = undefined;
  // One that never came up has nothing to stop.
  if (running?.isRunning()) await running.stop();
}

module.exports = { activate, deactivate };
