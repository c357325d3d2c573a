// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;

/** A JVM of its own that starts the server, stores a row, says so in a file, and waits to be killed. */
final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] args) throws Exception {
        SandboxFolder folder = SandboxFolder.open(Path.of(args[0]));
        PostgresServer server = PostgresServer.start(folder, 0);
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('before the kill')");
        }
        Files.writeString(folder.file("ready"), "yes");
        new CountDownLatch(1).await();
    }
}
