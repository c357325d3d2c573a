// SPDX-License-Identifier: EUPL-1.2
/** Keys and certificates of the sandbox, kept in a folder. */
@NullMarked
package org.stadttor.sandbox.keys;

import org.jspecify.annotations.NullMarked;
