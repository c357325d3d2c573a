// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.stadttor.sandbox.sdjwt.Disclosure;
import org.stadttor.sandbox.statuslist.StatusList;
import org.stadttor.sandbox.statuslist.StatusValue;

/**
 * Who owns which place in the status list. Each place belongs for ever to one person, or is spoilt for ever, by its
 * hash: so there is nothing to remember about single credentials. What a tester changes about a person is kept in a
 * file.
 */
final class StatusRegister {

    /** Number of places in the list. */
    static final int SIZE = 1 << 14;

    private static final int SPOILT = 16;

    private final Path file;
    private final List<Person> people;
    private final Map<String, StatusValue> changed = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final String salt;

    StatusRegister(Path file, String salt, List<Person> people) {
        this.file = file;
        this.salt = salt;
        this.people = people;
        load();
    }

    /** The status of this person's PIDs. */
    StatusValue of(Person person) {
        return changed.getOrDefault(person.id(), StatusValue.VALID);
    }

    /** Changes the status of all PIDs of this person, also of those issued before. */
    synchronized void change(Person person, StatusValue status) {
        changed.put(person.id(), status);
        Properties properties = new Properties();
        changed.forEach((id, value) -> properties.setProperty(id, value.name().toLowerCase(Locale.ROOT)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("status changes cannot be written: " + file, e);
        }
    }

    /** A place of this person, or one that has this status whoever it belongs to. */
    int place(Person person, StatusValue status) {
        return random.ints(0, SIZE)
                .filter(index -> status == StatusValue.VALID
                        ? spoilt(index) == StatusValue.VALID
                                && owner(index).id().equals(person.id())
                        : spoilt(index) == status)
                .findFirst()
                .orElseThrow();
    }

    StatusList list() {
        StatusList list = new StatusList(2, SIZE);
        IntStream.range(0, SIZE).forEach(index -> list.set(index, valueAt(index).bits()));
        return list;
    }

    private StatusValue valueAt(int index) {
        StatusValue spoilt = spoilt(index);
        return spoilt == StatusValue.VALID ? of(owner(index)) : spoilt;
    }

    private StatusValue spoilt(int index) {
        int draw = hash(index, 0);
        if (draw >= 3 * SPOILT) {
            return StatusValue.VALID;
        }
        return switch (draw / SPOILT) {
            case 0 -> StatusValue.INVALID;
            case 1 -> StatusValue.SUSPENDED;
            default -> StatusValue.APPLICATION_SPECIFIC;
        };
    }

    private Person owner(int index) {
        return people.get(hash(index, 1) % people.size());
    }

    private int hash(int index, int position) {
        String digest = Disclosure.digest(salt + "/" + index);
        return digest.substring(position * 20, position * 20 + 20).hashCode() & 0xff;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("status changes cannot be read: " + file, e);
        }
        properties
                .stringPropertyNames()
                .forEach(id -> changed.put(
                        id, StatusValue.valueOf(properties.getProperty(id).toUpperCase(Locale.ROOT))));
    }
}
