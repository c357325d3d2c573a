// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.testing;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.audit.jdbc.AuditSchema;
import org.stadttor.staff.jdbc.StaffSchema;
import org.stadttor.staff.web.StaffPort;
import org.stadttor.testing.TestDatabase;

/** The smallest process with a staff side; several can share a database, as nodes do. */
public final class TestStaff implements AutoCloseable {

    public static final String SCHEMA = "test_staff";

    private final ConfigurableApplicationContext context;

    private TestStaff(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A database with the schemas, and the role that a process runs as. */
    public record Place(TestDatabase database, String role) {

        public static Place create() {
            TestDatabase database = TestDatabase.create();
            String role = "staff_" + UUID.randomUUID().toString().replace("-", "");
            Place place = new Place(database, role);
            place.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
            DriverManagerDataSource owner =
                    new DriverManagerDataSource(database.url(), database.user(), database.password());
            AuditSchema.migrate(owner, role);
            StaffSchema.migrate(owner, SCHEMA, role);
            return place;
        }

        /** Something that no page does, as the owner of the schema. */
        public void execute(String sql) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Starts a node; the arguments come last and win. */
    public static TestStaff start(Place place, String... arguments) {
        // Given twice, an option would become a list of both values.
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--test.url=" + place.database().url(),
                                "--test.role=" + place.role(),
                                "--test.staff.port=0",
                                "--test.staff.sandbox-sign-in=true"),
                        Stream.of(arguments))
                .forEach(argument -> all.put(argument.substring(0, argument.indexOf('=')), argument));
        return new TestStaff(new SpringApplicationBuilder(TestStaffApplication.class)
                .properties(Map.of("spring.config.name", "test-staff", "spring.main.banner-mode", "off"))
                .run(all.values().toArray(String[]::new)));
    }

    /** A bean of this node. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The clock of this node. */
    public MutableClock clock() {
        return bean(MutableClock.class);
    }

    /** An address of the staff port. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + bean(StaffPort.class).port() + path);
    }

    /** A fresh browser. */
    public StaffBrowser browser() {
        return new StaffBrowser(uri("/"));
    }

    @Override
    public void close() {
        context.close();
    }
}
