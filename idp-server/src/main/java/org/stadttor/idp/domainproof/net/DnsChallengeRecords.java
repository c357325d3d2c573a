// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof.net;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.stadttor.idp.domainproof.ChallengeRecords;

/** Asks the DNS through the naming service of the Java runtime. */
public final class DnsChallengeRecords implements ChallengeRecords {

    private static final String TYPE = "TXT";

    private final String server;

    /**
     * Over a resolver.
     *
     * @param server {@code dns:} for those of the operating system, or {@code dns://host:port}
     */
    public DnsChallengeRecords(String server) {
        this.server = server;
    }

    @Override
    // The interface wants a Hashtable. Nothing is deserialized: the factory is the one for DNS, which knows texts only.
    @SuppressWarnings({"JdkObsolete", "BanJNDI"})
    public List<String> texts(String name) {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, server);
        environment.put("com.sun.jndi.dns.timeout.initial", "1500");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            DirContext context = new InitialDirContext(environment);
            try {
                return texts(
                        context.getAttributes(name + ".", new String[] {TYPE}).get(TYPE));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new IllegalStateException("the DNS does not answer", e);
        }
    }

    private static List<String> texts(Attribute records) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (records != null) {
            NamingEnumeration<?> all = records.getAll();
            while (all.hasMore()) {
                texts.add(unquoted(String.valueOf(all.next())));
            }
        }
        return texts;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
