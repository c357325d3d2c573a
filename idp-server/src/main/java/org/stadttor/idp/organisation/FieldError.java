// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

/**
 * What is wrong with one field of a form.
 *
 * @param field which one, for example {@code redirect_uris[0]} or {@code attributes[2].purpose.de}
 * @param code why, snake_case; the sentence for people is the message {@code field.error.<code>}
 */
public record FieldError(String field, String code) {}
