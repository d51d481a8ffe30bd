package org.diban.cli.server;

import java.nio.file.Path;
import org.diban.cli.input.OutFile;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.kernel.json.JsonObject;

/** A file that a command fetches: complete, or not there at all. */
public final class Download {
    private Download() {}

    /**
     * Fetches a file and says so.
     *
     * @param type the media type that it must have
     * @param force whether a file that is already there may be replaced
     */
    public static int fetch(
            Terminal terminal, boolean json, Server server, Address address, String type, Path out, boolean force) {
        long bytes = OutFile.write(out, force, stream -> server.download(address, type, stream));
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("file", out.toString())
                    .put("bytes", bytes)
                    .build());
        } else {
            terminal.say("已写入 " + out + "（" + bytes + " 字节）", "Wrote " + bytes + " bytes to " + out);
        }
        return Exit.OK.code();
    }
}
