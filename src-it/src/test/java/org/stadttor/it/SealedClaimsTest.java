// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.wallet.Misbehaviour;

/** After a hundred logins no attribute of anybody is to be found in tables, write-ahead log and logs. */
class SealedClaimsTest {
    private static final int LOGINS = 100;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final World world = World.get();
    private final SecureRandom random = new SecureRandom();
    private final Marks marks = new Marks();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @BeforeEach
    void listen() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%level %logger %msg%n%ex{full}");
        encoder.start();
        appender.setContext(logging);
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        for (String name : new String[] {"org.stadttor.idp", "org.stadttor.wallet", "org.stadttor.audit"}) {
            logging.getLogger(name).setLevel(Level.TRACE);
        }
    }

    @AfterEach
    void stopListening() {
        logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        for (String name : new String[] {"org.stadttor.idp", "org.stadttor.wallet", "org.stadttor.audit"}) {
            logging.getLogger(name).setLevel(null);
        }
    }

    @Test
    void leaves_no_attribute_in_database_write_ahead_log_and_logs() throws SQLException, IOException {
        String begin = world.sql("SELECT pg_walfile_name(pg_current_wal_lsn())");
        for (int i = 0; i < LOGINS; i++) {
            logIn(i);
        }
        List<String> found = new ArrayList<>();
        searchTables(found);
        found.addAll(marks.in(log.toByteArray()).stream().map(f -> "log: " + f).toList());
        assertThat(log.size()).as("something was logged").isPositive();
        searchWriteAheadLog(begin, found);
        assertThat(found).isEmpty();
    }

    /** One in ten is refused, one in ten is left waiting with the answer not collected, the others go through. */
    private void logIn(int number) {
        Person person = marked(number % 2 == 0 ? People.ERIKA : People.KONSTANTINA);
        try (PortalLogin login = PortalLogin.begin(world)) {
            switch (number % 10) {
                case 0 -> login.present(login.sameDeviceLink(), person, Misbehaviour.OVER_DISCLOSURE);
                case 1 -> login.present(login.sameDeviceLink(), person, Misbehaviour.WRONG_NONCE);
                case 2 ->
                    assertThat(login.otherDevice(person).has("portal-greeting")).isTrue();
                default -> {
                    Page permit = login.sameDevice(person);
                    assertThat(permit.text("claim-family_name")).isEqualTo(person.claim("family_name"));
                }
            }
        }
    }

    private Person marked(Person person) {
        Map<String, Object> claims = new HashMap<>(person.claims());
        claims.put("family_name", mark());
        claims.put("given_name", mark());
        claims.put("place_of_birth", Map.of("locality", mark(), "no_place_info", false, "country", "EU"));
        claims.put(
                "address",
                Map.of(
                        "street_address",
                        mark(),
                        "postal_code",
                        "99999",
                        "locality",
                        mark(),
                        "region",
                        "",
                        "country",
                        "DE",
                        "formatted",
                        mark()));
        return new Person(person.id(), person.type(), claims);
    }

    private String mark() {
        StringBuilder mark = new StringBuilder();
        random.ints(20, 0, LETTERS.length()).forEach(i -> mark.append(LETTERS.charAt(i)));
        marks.add(mark.toString());
        return mark.toString();
    }

    private void searchTables(List<String> found) throws SQLException {
        try (Connection connection = world.server.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(5);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        marks.in(rows.getString(1).getBytes(StandardCharsets.UTF_8))
                                .forEach(form -> found.add(table + ": " + form));
                    }
                }
            }
        }
    }

    private void searchWriteAheadLog(String begin, List<String> found) throws IOException {
        Path folder = Path.of(world.sql("SHOW data_directory")).resolve("pg_wal");
        boolean readable = Files.isDirectory(folder);
        Requirement.DATABASE_FILES.require(readable);
        world.sql("SELECT pg_switch_wal()");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> written = files.filter(
                            file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .filter(file -> file.getFileName().toString().compareTo(begin) >= 0)
                    .toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                marks.in(Files.readAllBytes(file)).forEach(form -> found.add("write-ahead log: " + form));
            }
        }
    }
}
