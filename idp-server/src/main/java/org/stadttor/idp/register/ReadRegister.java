// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import java.time.Clock;
import java.util.Optional;
import org.stadttor.idp.organisation.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What anybody may read in the register, each answer signed by the registrar.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-standards-and-technical-specifications">TS5 1.3,
 *     interface</a>
 */
public final class ReadRegister {

    private static final JsonMapper JSON = new JsonMapper();

    private final PublicRegister register;
    private final RegistrarSeal seal;
    private final String issuer;
    private final Clock clock;

    public ReadRegister(PublicRegister register, RegistrarSeal seal, String issuer, Clock clock) {
        this.register = register;
        this.seal = seal;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A page of services. */
    public String list(RegisterQuery query) {
        Page<ObjectNode> page = register.search(query);
        ArrayNode data = JSON.createArrayNode();
        page.items().forEach(data::add);
        ObjectNode answer = answer(data);
        ObjectNode pagination = answer.putObject("pagination");
        page.nextCursor().ifPresent(next -> pagination.put("next_cursor", next));
        pagination.put("has_next_page", page.nextCursor().isPresent());
        return seal.sign(answer);
    }

    /**
     * One relying party; the services of a legal person are put together, the first names it.
     *
     * @param identifier of the legal person in either form, or a client id
     */
    public Optional<String> find(String identifier) {
        Page<ObjectNode> services = register.search(RegisterQuery.of(identifier));
        if (services.items().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode party = services.items().getFirst().deepCopy();
        services.items().stream().skip(1).forEach(service -> {
            party.withArray("srvDescription").addAll((ArrayNode) service.get("srvDescription"));
            party.withArray("intendedUse").addAll((ArrayNode) service.get("intendedUse"));
        });
        return Optional.of(seal.sign(answer(party)));
    }

    /** Whether there is a live service like this. */
    public String check(RegisterQuery query) {
        return seal.sign(answer(JSON.getNodeFactory()
                .booleanNode(!register.search(query).items().isEmpty())));
    }

    private ObjectNode answer(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("iss", issuer);
        answer.put("iat", clock.instant().getEpochSecond());
        answer.set("data", data);
        return answer;
    }
}
