// SPDX-License-Identifier: EUPL-1.2
/** What is different between two states of an entity or of a list, in words. Pure functions. */
@NullMarked
package org.stadttor.trustlist.comparison;

import org.jspecify.annotations.NullMarked;
