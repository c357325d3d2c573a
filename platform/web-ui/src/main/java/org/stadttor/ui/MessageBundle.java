// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

/**
 * The texts of one feature of an application; each feature declares a bean.
 *
 * @param baseName for example {@code messages/trial}
 */
public record MessageBundle(String baseName) {}
